import type { Chance } from '../faults/chance.ts'

/** Text of every unpleasant kind: markup, SQL, other alphabets, null bytes, halves of pairs, numbers in disguise. */
const TEXTS = [
  ...['', ' ', '\0', 'a\0b', '\ud800', 'x\udfff', '\r\n', '\u202e', '\u2028', 'İ', '🛶', 'e\u0301'.repeat(20)],
  ...["'; drop table users; --", "' or '1'='1", '%', '_', '\\', '../../etc/passwd', '%00', '%2e%2e%2f'],
  ...['<script>alert(1)</script>', '<img src=x onerror=y>', '{{7*7}}', '${7*7}', '=1+1', '"', '`id`', 'javascript:x'],
  ...['null', 'undefined', 'NaN', 'true', '-1', '1e309', '0x1f', '9'.repeat(400), '1.5', '١٢٣'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '*', ',', '.', 'a.b.c.d', '[object Object]'],
  ...['2027-02-30', '0000-00-00', '+275760-09-13', '2027-01-01T00:00:00Z', '1970-01-01', '9999-12-31'],
  ...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'not-a-uuid', 'MXN', 'ADULT'],
  ...[
    'a@b.co',
    'a@b',
    '"x y"@example.org',
    'ana@exаmple.com',
    '+52 999 123 4567',
    '+1',
    'http://10.0.0.1/',
    'file:///',
  ],
]
const LONG = ['x', 'é', '🛶', "'", '\t']
const NUMBERS = [0, -0, -1, 1, 0.1, 2, 1.5, 99, 100, 101, 2 ** 31, -(2 ** 31), 2 ** 53, 2 ** 63, 1e21, 1e308, 5e-324]

export const nastyText = (chance: Chance): string =>
  chance.under(12) === 0 ? chance.pick(LONG).repeat(chance.pick([101, 255, 2001, 9000])) : chance.pick(TEXTS)

export const nastyNumber = (chance: Chance): number => chance.pick(NUMBERS)

/** A JSON value that fits nothing in particular. */
export const nastyValue = (chance: Chance): unknown =>
  chance.pick<() => unknown>([
    () => nastyText(chance),
    () => nastyText(chance),
    () => nastyNumber(chance),
    () => chance.pick([null, true, false]),
    () => [],
    () => ({}),
    () => [nastyText(chance)],
    () => ({ [chance.pick(['$ne', 'id', '__proto__', 'length'])]: nastyText(chance) }),
    () => [[[[[[[[[[nastyNumber(chance)]]]]]]]]]],
  ])()
