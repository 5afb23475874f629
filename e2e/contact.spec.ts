import { expect, holdOne, test } from './product.ts'

test('an empty name or email is said in the page, beside its field, and goes when it is filled', async ({
  page,
  trip,
}) => {
  await holdOne(page, trip)
  await expect(page.locator('form[novalidate]')).toBeVisible()
  await page.getByRole('button', { name: 'Continue to payment' }).click()
  const name = page.getByLabel('Full name')
  await expect(name).toBeFocused()
  await expect(name).toHaveAccessibleDescription(/Tell us the name/)
  await expect(page.getByText('We need an email')).toBeVisible()
  await name.fill('Nadia Benali')
  await expect(page.getByText('Tell us the name')).toBeHidden()
  await expect(page.getByText('We need an email')).toBeVisible()
})
