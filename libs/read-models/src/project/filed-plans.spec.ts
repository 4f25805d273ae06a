import { openToWrite } from '../store/views-file.js';
import { FiledPlans } from './filed-plans.js';

describe('what is filed of plans', () => {
  it('is found however much else is filed of the same plan', () => {
    const db = openToWrite(':memory:');
    const prepare = db.prepare.bind(db);
    const asked: string[] = [];
    db.prepare = (sql) => {
      asked.push(sql);
      return prepare(sql);
    };
    expect(new FiledPlans(db).rootOf(1, 'nothing')).toBeUndefined();
    expect(asked).not.toEqual([]);
    for (const sql of asked) {
      const ways = prepare(`EXPLAIN QUERY PLAN ${sql}`).all(1, 1);
      for (const { detail } of ways) {
        expect(detail).toMatch(/^SEARCH .*\(plan=\? AND (entry|root|subject)=\?/);
      }
    }
    db.close();
  });
});
