import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { ErrorPage } from './errors/ErrorPage';
import { NotFoundPage } from './errors/NotFoundPage';
import { Frame } from './frame/Frame';
import { NoRoomPage } from './pages/NoRoomPage';
import { GuestGate } from './session/GuestGate';
import { MemberGate } from './session/MemberGate';
import { StartScreen } from './session/StartScreen';

/** Every place has an address. Panels and dialogs are search parameters of the place they cover. */
const routes: RouteObject[] = [
  { path: '/', element: <Navigate to="/app" replace /> },
  {
    element: <GuestGate />,
    children: [
      { path: '/app/sign-in', lazy: () => import('./pages/SignInPage') },
      { path: '/app/sign-up', lazy: () => import('./pages/SignUpPage') },
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
          { path: 'rooms/:roomId', lazy: () => import('./pages/RoomPage') },
          { path: 'rooms/:roomId/messages/:messageId', lazy: () => import('./pages/RoomPage') },
        ],
      },
      { path: 'invites/:code', lazy: () => import('./pages/InvitePage') },
      {
        path: 'settings',
        lazy: () => import('./pages/SettingsPage'),
        children: [
          { index: true, lazy: () => import('./pages/SettingsIndex') },
          { path: 'profile', lazy: () => import('./pages/ProfilePage') },
          { path: 'account', lazy: () => import('./pages/AccountPage') },
          { path: 'privacy', lazy: () => import('./pages/PrivacyPage') },
          { path: 'appearance', lazy: () => import('./pages/AppearancePage') },
        ],
      },
    ],
  },
  { path: '*', element: <NotFoundPage /> },
];

export const router = createBrowserRouter([
  { errorElement: <ErrorPage />, hydrateFallbackElement: <StartScreen />, children: routes },
]);
