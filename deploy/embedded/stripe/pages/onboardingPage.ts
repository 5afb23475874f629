import type { ServerResponse } from 'node:http'
import type Stripe from 'stripe'
import { answerOnboarding, standingOf, wantsDocument, type Onboarded, type StoredAccount } from '../accounts.ts'
import { findVisit, followLink } from '../accountLinks.ts'
import { TEST_ACCOUNT_NUMBERS } from '../banks.ts'
import { callOf } from '../callOf.ts'
import { parseForm } from '../form.ts'
import { readBody } from '../readBody.ts'
import { isRequirement, TEST_ID_NUMBERS, type Answers, type Requirement } from '../requirements.ts'
import { getObject } from '../store.ts'
import { transact } from '../transact.ts'
import type { Sandbox } from '../sandbox.ts'
import type { HandlePage } from './handlePages.ts'
import { html, type Html } from './html.ts'
import { redirect, sendPage } from './page.ts'

/** Where an account link leads: used once, then the visit it opened has an address of its own. */
export const handleAccountLink: HandlePage = async (sandbox, _req, res, _url, id) => {
  const followed = await transact(sandbox.pool, (db) => followLink(callOf(sandbox, db), id))
  redirect(res, 'visit' in followed ? `${sandbox.basePath}/onboarding/${id}/${followed.visit}` : followed.refreshUrl)
}

/** Who is paid, and where: what Stripe asks a new Express account, on one page and without a script. */
export const handleOnboarding: HandlePage = async (sandbox, req, res, url, id) => {
  const visit = url.pathname.split('/').at(-1) ?? ''
  const found = await transact(sandbox.pool, async (db) => {
    const call = callOf(sandbox, db)
    const link = await findVisit(call, id, visit)
    return link && { link, account: await getObject<StoredAccount['data']>(call, 'account', link.account) }
  })
  if (found === null) return sendOver(sandbox, res)
  const { link, account } = found
  if (req.method !== 'POST') return showForm(sandbox, res, account)

  const typed = parseForm(await readBody(req))
  const field = (name: string): string => (typeof typed[name] === 'string' ? typed[name].trim().slice(0, 200) : '')
  await transact(sandbox.pool, (db) => answerOnboarding(callOf(sandbox, db), link.account, readAnswers(typed, field)))
  sandbox.wake()
  redirect(res, link.return_url)
}

const readAnswers = (typed: Record<string, unknown>, field: (name: string) => string): Onboarded => {
  const answers: Answers = {}
  for (const name of Object.keys(typed)) if (isRequirement(name) && field(name) !== '') answers[name] = field(name)
  delete answers.external_account
  const idNumber = answers['individual.id_number']
  if (idNumber !== undefined && !Object.values<string>(TEST_ID_NUMBERS).includes(idNumber))
    answers['individual.id_number'] = 'given'
  const bankNumber = field('bank_number').replace(/[\s-]/g, '')
  return {
    answers,
    bankNumber: /^[A-Z0-9]{4,34}$/i.test(bankNumber) ? bankNumber : null,
    hasDocument: field('document') !== '',
    isSubmitted: field('act') === 'submit',
  }
}

const sendOver = (sandbox: Sandbox, res: ServerResponse): void =>
  sendPage(res, sandbox.basePath, {
    title: 'This link is over',
    status: 410,
    body: html`<main class="sheet">
      <h1>This link is over.</h1>
      <p>Go back to where you came from and ask for a new one.</p>
    </main>`,
  })

const showForm = (sandbox: Sandbox, res: ServerResponse, account: StoredAccount): void => {
  const { answers, isSubmitted } = standingOf(account)
  const [bank] = (account.data.external_accounts?.data ?? []) as Stripe.BankAccount[]
  sendPage(res, sandbox.basePath, {
    title: 'Get paid (sandbox)',
    body: html`<main class="sheet">
      <p class="sandbox">Payments sandbox · nobody is checked, nothing is paid</p>
      <h1>Tell us who is paid</h1>
      <p class="quiet">
        ${account.data.email} · ${account.data.country ?? ''} · ${account.data.default_currency ?? ''}
      </p>
      ${isSubmitted ? stillDue(account.data) : null}
      <form method="post">
        <fieldset>
          <legend>You are</legend>
          ${(['individual', 'company'] as const).map(
            (type) =>
              html`<label class="choice"
                ><input
                  type="radio"
                  name="business_type"
                  value="${type}"
                  ${(answers.business_type ?? 'individual') === type && html`checked`}
                />
                ${type === 'individual' ? 'A person' : 'A company'}</label
              >`,
          )}
        </fieldset>
        ${FIELDS.map(([name, label, autocomplete, type]) => textField(name, label, answers[name] ?? '', autocomplete, type))}
        <label for="individual.id_number">Tax or identity number</label>
        <input id="individual.id_number" name="individual.id_number" autocomplete="off" aria-describedby="identity" />
        <p class="quiet" id="identity">
          ${answers['individual.id_number'] === undefined ? 'It is not kept.' : 'Given.'}
        </p>
        <label for="bank_number">Bank account number or IBAN</label>
        <input id="bank_number" name="bank_number" autocomplete="off" aria-describedby="bank" />
        <p class="quiet" id="bank">
          ${bank === undefined ? 'Only its last four digits are kept.' : `Now ending in ${bank.last4}.`}
        </p>
        ${wantsDocument(account.data) && html`<label class="choice"><input type="checkbox" name="document" value="passport" /> Attach a sample passport</label>`}
        <label class="choice"
          ><input
            type="checkbox"
            name="tos_acceptance"
            value="yes"
            ${answers.tos_acceptance !== undefined && html`checked`}
          />
          I accept the terms of this sandbox</label
        >
        <div class="buttons">
          <button class="act" name="act" value="submit">Submit</button>
          <button name="act" value="save">Save for later</button>
        </div>
      </form>
      ${testNumbers()}
    </main>`,
  })
}

const FIELDS: readonly [Requirement, string, string, string][] = [
  ['individual.first_name', 'First name', 'given-name', 'text'],
  ['individual.last_name', 'Last name', 'family-name', 'text'],
  ['individual.dob', 'Date of birth', 'bday', 'date'],
  ['individual.phone', 'Phone', 'tel', 'tel'],
  ['individual.address.line1', 'Address', 'address-line1', 'text'],
  ['individual.address.city', 'City', 'address-level2', 'text'],
  ['individual.address.postal_code', 'Postal code', 'postal-code', 'text'],
]

const textField = (name: string, label: string, value: string, autocomplete: string, type: string): Html =>
  html`<label for="${name}">${label}</label>
    <input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}" />`

const stillDue = (account: Stripe.Account): Html => {
  const due = account.requirements?.currently_due ?? []
  return due.length === 0
    ? html`<p>Nothing is missing. You can change what you told us.</p>`
    : html`<p role="alert" class="error">Still missing: ${due.join(', ')}</p>`
}

const testNumbers = (): Html =>
  html`<details>
    <summary>Test numbers</summary>
    <p class="quiet">
      Identity ${TEST_ID_NUMBERS.needsDocument}: a document is asked for. ${TEST_ID_NUMBERS.inReview}: looked at for a
      day. Any other is in order.
    </p>
    <table>
      ${Object.entries(TEST_ACCOUNT_NUMBERS).map(
        ([number, failure]) =>
          html`<tr>
            <td class="number">${number}</td>
            <td>${failure === null ? 'is paid' : `payout fails: ${failure}`}</td>
          </tr>`,
      )}
    </table>
  </details>`
