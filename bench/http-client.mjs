import { Agent, request } from 'node:http';

/** The cheapest client that keeps its connections: the same one for both sides, so that its cost divides out. */
export function keepAliveClient(base, connections) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(base);
  return {
    request: (method, path, headers, body) =>
      new Promise((resolve, reject) => {
        const sent = request({ agent, hostname, port, method, path, headers }, (answer) => {
          let text = '';
          answer.setEncoding('utf8');
          answer.on('data', (chunk) => (text += chunk));
          answer.on('end', () => {
            if (answer.statusCode >= 400) reject(new Error(`${answer.statusCode} ${text}`));
            else resolve({ text, headers: answer.headers });
          });
        });
        sent.on('error', reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}
