import app from './app.json';
import auth from './auth.json';
import conversation from './conversation.json';
import details from './details.json';
import invitation from './invitation.json';
import people from './people.json';
import problems from './problems.json';
import rooms from './rooms.json';
import search from './search.json';
import settings from './settings.json';
import shortcuts from './shortcuts.json';

/** One namespace a screen; the words live beside this file. */
export default {
  app,
  auth,
  conversation,
  details,
  invitation,
  people,
  problems,
  rooms,
  search,
  settings,
  shortcuts,
};
