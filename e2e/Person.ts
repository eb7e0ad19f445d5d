import { expect, type Locator, type Page } from '@playwright/test';
import type { TFunction } from 'i18next';
import type { NewAccount } from './api';

/** Somebody in front of a browser: what they see and do, by the roles and words of the app. */
export class Person {
  constructor(
    readonly page: Page,
    readonly account: NewAccount,
    readonly words: TFunction,
  ) {}

  /** Goes to a page by its address, and waits for it: before it one sees the app's mark, which has a heading too. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    const heading = this.page.getByRole('heading', { level: 1 });
    await expect(heading.filter({ hasNotText: /^Ting Ting$/ })).toBeVisible();
  }

  // --- Accounts ---

  async signUp(): Promise<void> {
    const { page, words, account } = this;
    await page.goto('/app/sign-up');
    await page.getByLabel(words('auth:display_name.label')).fill(account.display_name);
    await page.getByLabel(words('auth:username.label'), { exact: true }).fill(account.username);
    await this.password.fill(account.password);
    await page.getByRole('button', { name: words('auth:sign_up.action') }).click();
    await this.seesRooms();
  }

  async signIn(): Promise<void> {
    const { page, words, account } = this;
    await page.goto('/app/sign-in');
    await page.getByLabel(words('auth:login.label')).fill(account.username);
    await this.password.fill(account.password);
    await page.getByRole('button', { name: words('auth:sign_in.action') }).click();
    await this.seesRooms();
  }

  get password(): Locator {
    return this.page.getByLabel(this.words('auth:password.label'), { exact: true });
  }

  async signOut(): Promise<void> {
    const { page, words } = this;
    await page.goto('/app/settings');
    await page.getByRole('button', { name: words('settings:sign_out.action') }).click();
    const dialog = page.getByRole('alertdialog', { name: words('settings:sign_out.title') });
    await dialog.getByRole('button', { name: words('settings:sign_out.action') }).click();
  }

  // --- Rooms ---

  get rooms(): Locator {
    return this.page.getByRole('navigation', { name: this.words('app:frame.rooms') });
  }

  async seesRooms(): Promise<void> {
    await expect(this.rooms).toBeVisible();
  }

  /** The row of the list that bears this name. */
  room(name: string): Locator {
    return this.rooms.getByRole('link').filter({ hasText: name });
  }

  async openRoom(name: string): Promise<void> {
    await this.room(name).click();
    await expect(this.composer(name)).toBeVisible();
  }

  /** Opens the room one shares with somebody, found by name. */
  async startChatWith(other: Person): Promise<void> {
    const { page, words } = this;
    await this.rooms.getByRole('button', { name: words('app:frame.new') }).click();
    await page.getByRole('menuitem', { name: words('app:frame.new_direct') }).click();
    const dialog = page.getByRole('dialog', { name: words('people:direct.title') });
    await dialog.getByLabel(words('people:search.label')).fill(other.account.username);
    await dialog.getByRole('option').filter({ hasText: other.account.username }).click();
    await expect(this.composer(other.account.display_name)).toBeVisible();
  }

  // --- The conversation ---

  composer(room: string): Locator {
    return this.page.getByRole('textbox', {
      name: this.words('conversation:compose', { room }),
    });
  }

  async write(room: string, text: string): Promise<void> {
    await this.composer(room).fill(text);
    await this.composer(room).press('Enter');
  }

  get timeline(): Locator {
    return this.page.getByRole('log', { name: this.words('conversation:log') });
  }

  message(text: string): Locator {
    return this.timeline.getByRole('article').filter({ hasText: text });
  }

  /** How far an own message has got. */
  async seesState(text: string, state: 'sending' | 'sent' | 'delivered' | 'read' | 'failed') {
    await expect(this.message(text)).toContainText(this.words(`conversation:state.${state}`));
  }

  /** Chooses from the menu of a message. */
  async choose(text: string, action: string): Promise<void> {
    await this.message(text)
      .first()
      .click({ button: 'right', position: { x: 60, y: 20 } });
    const name = this.words(`conversation:actions.${action}`);
    await this.page.getByRole('menuitem', { name, exact: true }).click();
  }
}
