export default async function stopCluster() {
  await globalThis.stopCluster?.();
}
