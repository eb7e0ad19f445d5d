import type { Page } from '@playwright/test';
import { type Account, type Api, Socket } from '../api';
import { expect, test } from '../fixtures';
import type { Person } from '../Person';
import type { Language } from '../words';

const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

// The pictures that are looked at before a release, in e2e/output.
for (const language of ['en', 'vi'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    for (const device of ['desktop', 'phone'] as const) {
      test.describe(`${language} ${theme} ${device}`, () => {
        test.use({ language, theme, viewport: sizes[device], hasTouch: device === 'phone' });

        test('pictures of every page', async ({ visit, arrive, api }) => {
          const take = (page: Page, name: string) =>
            page.screenshot({ path: `output/${language}-${theme}-${device}-${name}.png` });

          const guest = await visit('An');
          for (const page of ['sign-in', 'sign-up', 'forgot-password']) {
            await guest.open(`/app/${page}`);
            await take(guest.page, page);
          }

          const me = await arrive(scenes[language].me);
          await take(me.page, 'no-rooms');
          const friend = await setScene(api, me, language);
          const online = new Socket(api.url, friend.access_token);
          await expect(me.room(friend.display_name)).toBeVisible();
          if (device === 'phone') await take(me.page, 'rooms');
          await me.openRoom(friend.display_name);
          await me.write(friend.display_name, scenes[language].answer);
          await me.seesState(scenes[language].answer, 'sent');
          await expect(me.page.getByRole('main')).toContainText(
            me.words('conversation:status.online'),
          );
          await take(me.page, 'conversation');
          online.close();

          await api.befriend(friend, await api.signIn(me.account));
          for (const name of scenes[language].others.slice(0, 2)) {
            await api.askToBeFriends(await api.signUp(name), me.account);
          }
          await me.open('/app/friends');
          await expect(me.page.getByRole('main').getByRole('listitem')).toHaveCount(3);
          await take(me.page, 'friends');

          for (const page of [
            'profile',
            'account',
            'security',
            'devices',
            'privacy',
            'appearance',
            'data',
          ]) {
            await me.open(`/app/settings/${page}`);
            await take(me.page, page);
          }
        });
      });
    }
  }
}

const scenes = {
  en: {
    me: 'An Nguyễn',
    friend: 'Bình Trần',
    others: ['Châu Lê', 'Dũng Phạm', 'Mai Hoàng'],
    group: 'Weekend in Đà Lạt',
    groupTalk: [
      'Who brings the tent?',
      'I do. And two lamps 🏕️',
      'Then I take care of the coffee.',
    ],
    elsewhere: [
      'The keys are with the neighbour.',
      'See you on Monday!',
      'Thank you, that helped a lot.',
    ],
    talk: [
      ['Did you find the small yellow tent?', 'I thought it was in the attic.'],
      ['It was. And it is dry, I checked.', 'Two poles are new, so it may even stand.'],
      ['Then nothing can go wrong 😄'],
      ['Famous last words.'],
      [
        'Morning! Are you still up for the trip on Saturday?',
        'The bus leaves at 6:30 from the south station, the tickets are booked.',
        'I put the map and the list of what to pack here: https://example.org/da-lat',
        '⛰️🎒',
      ],
    ],
    answer: 'Perfect. I will be there at six, with breakfast for both of us.',
  },
  vi: {
    me: 'An Nguyễn',
    friend: 'Bình Trần',
    others: ['Châu Lê', 'Dũng Phạm', 'Mai Hoàng'],
    group: 'Cuối tuần ở Đà Lạt',
    groupTalk: ['Ai mang lều nhỉ?', 'Để mình. Thêm hai cái đèn nữa 🏕️', 'Vậy mình lo cà phê.'],
    elsewhere: [
      'Chìa khoá gửi bên hàng xóm nhé.',
      'Hẹn gặp thứ Hai!',
      'Cảm ơn, đỡ cho mình nhiều lắm.',
    ],
    talk: [
      ['Cậu tìm thấy cái lều vàng nhỏ chưa?', 'Mình nhớ nó ở trên gác xép.'],
      ['Thấy rồi. Lều khô ráo, mình xem rồi.', 'Có hai cây cọc mới, chắc là dựng được.'],
      ['Thế thì không lo gì nữa 😄'],
      ['Cứ chờ xem.'],
      [
        'Chào buổi sáng! Thứ Bảy này mình vẫn đi chứ?',
        'Xe chạy lúc 6 giờ 30 ở bến phía nam, vé mình đặt rồi.',
        'Bản đồ và danh sách đồ mang theo ở đây: https://example.org/da-lat',
        '⛰️🎒',
      ],
    ],
    answer: 'Tuyệt. Sáu giờ mình có mặt, mang đồ ăn sáng cho cả hai.',
  },
} satisfies Record<Language, unknown>;

/** Friends who have written, and a talk that takes turns, the friend first: so that the pictures show a day like any other. */
async function setScene(api: Api, me: Person, language: Language): Promise<Account> {
  const scene = scenes[language];
  const others: Account[] = [];
  for (const [index, name] of scene.others.entries()) {
    const other = await api.signUp(name);
    others.push(other);
    await api.send(other, await api.directRoom(other, me.account), scene.elsewhere[index] ?? '');
  }
  const friend = await api.signUp(scene.friend);
  const roomId = await api.group(friend, scene.group, me.account, ...others);
  for (const [index, text] of scene.groupTalk.entries()) {
    await api.send(others[index] ?? friend, roomId, text);
  }
  const directId = await api.directRoom(friend, me.account);
  const myself = await api.signIn(me.account);
  for (const [turn, texts] of scene.talk.entries()) {
    await api.send(turn % 2 === 0 ? friend : myself, directId, ...texts);
  }
  return friend;
}
