import { AdministrationApi } from './administration.js';
import { AuthApi } from './auth.js';
import { BlocksApi } from './blocks.js';
import { FriendsApi } from './friends.js';
import type { Http } from './http.js';
import { InvitesApi } from './invites.js';
import { JoinRequestsApi } from './joinRequests.js';
import { MembersApi } from './members.js';
import { MessagesApi } from './messages.js';
import { OAuthApi } from './oauth.js';
import { OwnDataApi } from './ownData.js';
import { PasskeysApi } from './passkeys.js';
import { ReportsApi } from './reports.js';
import { RoomsApi } from './rooms.js';
import { ScheduledApi } from './scheduled.js';
import { SearchApi } from './search.js';
import { StickersApi } from './stickers.js';
import { UploadsApi } from './uploads.js';
import { UsersApi } from './users.js';

/** Every REST call there is, one object a capability. */
export interface Api {
  readonly auth: AuthApi;
  readonly oauth: OAuthApi;
  readonly passkeys: PasskeysApi;
  readonly users: UsersApi;
  readonly ownData: OwnDataApi;
  readonly friends: FriendsApi;
  readonly blocks: BlocksApi;
  readonly rooms: RoomsApi;
  readonly members: MembersApi;
  readonly messages: MessagesApi;
  readonly uploads: UploadsApi;
  readonly scheduled: ScheduledApi;
  readonly invites: InvitesApi;
  readonly joinRequests: JoinRequestsApi;
  readonly search: SearchApi;
  readonly stickers: StickersApi;
  readonly reports: ReportsApi;
  readonly administration: AdministrationApi;
}

export const apiOver = (http: Http): Api => ({
  auth: new AuthApi(http),
  oauth: new OAuthApi(http),
  passkeys: new PasskeysApi(http),
  users: new UsersApi(http),
  ownData: new OwnDataApi(http),
  friends: new FriendsApi(http),
  blocks: new BlocksApi(http),
  rooms: new RoomsApi(http),
  members: new MembersApi(http),
  messages: new MessagesApi(http),
  uploads: new UploadsApi(http),
  scheduled: new ScheduledApi(http),
  invites: new InvitesApi(http),
  joinRequests: new JoinRequestsApi(http),
  search: new SearchApi(http),
  stickers: new StickersApi(http),
  reports: new ReportsApi(http),
  administration: new AdministrationApi(http),
});
