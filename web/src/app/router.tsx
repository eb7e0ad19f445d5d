import { lazy, Suspense, type ComponentType, type ReactElement } from 'react';
import { BrowserRouter, matchRoutes, Navigate, useRoutes, type RouteObject } from 'react-router';
import { loadWords, type LateNamespace } from '@/i18n/lateWords';
import { ErrorBoundary } from './errors/ErrorBoundary';
import { NotFoundPage } from './errors/NotFoundPage';
import { Frame } from './frame/Frame';
import { NoRoomPage } from './pages/NoRoomPage';
import { GuestGate } from './session/GuestGate';
import { MemberGate } from './session/MemberGate';
import { StartScreen } from './session/StartScreen';

type Load = () => Promise<{ Component: ComponentType }>;

/** @property lazy fetches the page that is shown, when somebody goes there */
interface Place {
  readonly path?: string;
  readonly index?: true;
  readonly element?: ReactElement;
  readonly lazy?: Load;
  readonly children?: readonly Place[];
}

/** A page whose words are fetched with it. */
function withWords(load: Load, ...namespaces: LateNamespace[]): Load {
  return async () => {
    const [page] = await Promise.all([load(), ...namespaces.map(loadWords)]);
    return page;
  };
}

/** One page at two addresses: it stays when one goes from a room to a message of it. */
const roomPage: Load = () => import('./pages/RoomPage');

/** Every place has an address. Panels and dialogs are search parameters of the place they cover. */
const places: readonly Place[] = [
  { path: '/', element: <Navigate to="/app" replace /> },
  {
    element: <GuestGate />,
    children: [
      {
        path: '/app/sign-in',
        lazy: withWords(() => import('./pages/SignInPage'), 'oauth', 'passkeys'),
      },
      { path: '/app/sign-in/code', lazy: withWords(() => import('./pages/CodePage'), 'oauth') },
      { path: '/app/sign-up', lazy: withWords(() => import('./pages/SignUpPage'), 'oauth') },
      { path: '/app/forgot-password', lazy: () => import('./pages/ForgotPasswordPage') },
      { path: '/app/reset-password', lazy: () => import('./pages/ResetPasswordPage') },
    ],
  },
  {
    path: '/app',
    element: <MemberGate />,
    children: [
      {
        element: <Frame />,
        children: [
          { index: true, element: <NoRoomPage /> },
          { path: 'friends', lazy: () => import('./pages/FriendsPage') },
          { path: 'rooms/:roomId', lazy: roomPage },
          { path: 'rooms/:roomId/messages/:messageId', lazy: roomPage },
        ],
      },
      { path: 'invites/:code', lazy: () => import('./pages/InvitePage') },
      {
        path: 'settings',
        lazy: () => import('./pages/SettingsPage'),
        children: [
          { index: true, lazy: () => import('./pages/SettingsIndex') },
          { path: 'profile', lazy: () => import('./pages/ProfilePage') },
          { path: 'account', lazy: withWords(() => import('./pages/AccountPage'), 'oauth') },
          {
            path: 'security',
            lazy: withWords(() => import('./pages/SecurityPage'), 'security', 'passkeys'),
          },
          { path: 'devices', lazy: withWords(() => import('./pages/DevicesPage'), 'security') },
          { path: 'privacy', lazy: () => import('./pages/PrivacyPage') },
          { path: 'appearance', lazy: () => import('./pages/AppearancePage') },
          {
            path: 'data',
            lazy: async () => {
              const [page] = await Promise.all([import('./pages/OwnDataPage'), loadWords('data')]);
              return page;
            },
          },
        ],
      },
      {
        path: 'admin',
        lazy: withWords(() => import('./pages/AdminPage'), 'admin'),
        children: [
          { index: true, lazy: () => import('./pages/AdminIndex') },
          { path: 'reports', lazy: () => import('./pages/AdminReportsPage') },
          { path: 'people', lazy: () => import('./pages/AdminPeoplePage') },
          { path: 'rooms', lazy: () => import('./pages/AdminRoomsPage') },
          { path: 'audit', lazy: () => import('./pages/AdminAuditPage') },
          { path: 'statistics', lazy: () => import('./pages/AdminStatisticsPage') },
        ],
      },
    ],
  },
  { path: '*', element: <NotFoundPage /> },
];

const pages = new Map<Load, ReactElement>();

function page(load: Load): ReactElement {
  const Page = lazy(async () => ({ default: (await load()).Component }));
  const drawn = pages.get(load) ?? <Page />;
  pages.set(load, drawn);
  return drawn;
}

/** The own lazy routes of the library come with all of its loading of data, which is half of it. */
function route({ lazy: load, children, ...place }: Place): RouteObject {
  const shown = load ? { element: page(load), handle: load } : {};
  return { ...place, ...shown, children: children?.map(route) } as RouteObject;
}

const routes = places.map(route);

// While it is asked who is here, the page that one came for is on its way. React asks for it again,
// and tells when it cannot be had.
for (const { route } of matchRoutes(routes, location) ?? []) {
  void (route.handle as Load | undefined)?.().catch(() => undefined);
}

/** The page of the address. */
export function Router() {
  return (
    <BrowserRouter>
      <ErrorBoundary>
        <Suspense fallback={<StartScreen />}>
          <Pages />
        </Suspense>
      </ErrorBoundary>
    </BrowserRouter>
  );
}

function Pages() {
  return useRoutes(routes);
}
