import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What a monitor watches, for Prometheus. Labels are codes and names of ours, never of people or firms. */
export const metrics = new Registry();
collectDefaultMetrics({ register: metrics });

export const requestSeconds = new Histogram({
  name: 'wendai_http_request_seconds',
  help: 'How long requests took, by route and status.',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
  registers: [metrics],
});

export const transitions = new Counter({
  name: 'wendai_transitions_total',
  help: 'Events that moved a case, by process and type.',
  labelNames: ['process', 'type'],
  registers: [metrics],
});

export const retriedTransactions = new Counter({
  name: 'wendai_transaction_retries_total',
  help: 'Transactions that were begun again, by cause.',
  labelNames: ['cause'],
  registers: [metrics],
});

export const struckDeadlines = new Counter({
  name: 'wendai_deadlines_struck_total',
  help: 'Deadlines that struck, by name.',
  labelNames: ['name'],
  registers: [metrics],
});

export const mails = new Counter({
  name: 'wendai_mails_total',
  help: 'Attempts to send a mail, by what came of them.',
  labelNames: ['result'],
  registers: [metrics],
});

export const webhookDeliveries = new Counter({
  name: 'wendai_webhook_deliveries_total',
  help: 'Attempts to tell a bank’s system, by what came of them.',
  labelNames: ['result'],
  registers: [metrics],
});

export const deadMails = new Gauge({
  name: 'wendai_mails_dead',
  help: 'Mails that were given up and wait for an administrator.',
  registers: [metrics],
});

export const logSize = new Gauge({
  name: 'wendai_log_size',
  help: 'How many entries the signed log has, as this node has last signed it.',
  registers: [metrics],
});
