import app from './app.json';
import auth from './auth.json';
import conversation from './conversation.json';
import details from './details.json';
import people from './people.json';
import problems from './problems.json';
import rooms from './rooms.json';
import settings from './settings.json';

/** One namespace a screen; the words live beside this file. */
export default { app, auth, conversation, details, people, problems, rooms, settings };
