export { SqliteVault } from './sqlite/sqlite-vault.js';
export { newToken } from './token.js';
export {
  type LoginLink,
  type NewLoginLink,
  type Person,
  type Redeemed,
  type Session,
  Vault,
} from './vault.js';
