/** Of all accounts of the bench's own database. */
export const PASSWORD = 'bench-password-1';
