// Every member runs this beside its mongod at each start: it creates the set if there is none, joins the set if it is not yet a
// member, and updates the users from the secrets. It can run any number of times. MongoDB accepts local connections without a user
// as long as there is no user (the localhost exception), so no other access is needed first.
const {MEMBERS, MONGODB_USER, MONGODB_PASSWORD, MONGODB_ROOT_PASSWORD, MONGODB_URI_OPTIONS = ''} = process.env;
const options = `serverSelectionTimeoutMS=2000${MONGODB_URI_OPTIONS}`;
const host = require('os').hostname(); // auth-mongodb-0
const set = host.replace(/-\d+$/, ''); // auth-mongodb, also the Service that gives every member a name
const address = (ordinal) => `${set}-${ordinal}.${set}:27017`;
const me = address(host.match(/\d+$/)[0]);
const others = [...Array(Number(MEMBERS)).keys()].map(address).filter((other) => other !== me);

function patiently(what, attempt) {
  for (let said = ''; ; sleep(500)) {
    try {
      const result = attempt();
      if (result) return result;
    } catch (e) {
      if (said !== e.message) print(`join: waits to ${what}: ${(said = e.message)}`);
    }
  }
}

const here = () => new Mongo(`mongodb://localhost:27017/?directConnection=true&${options}`).getDB('admin');

function primary() {
  const seeds = `mongodb://root:${encodeURIComponent(MONGODB_ROOT_PASSWORD)}@${others.join(',')}`;
  return new Mongo(`${seeds}/admin?replicaSet=rs0&${options}`).getDB('admin');
}

// A member that has lost its volume must not create a second set beside that of the others.
const isFirst = () => host.endsWith('-0') && !others.some(isInSet);

function isInSet(other) {
  try {
    return new Mongo(`mongodb://${other}/?directConnection=true&${options}`).getDB('admin').hello().setName;
  } catch {
    return false;
  }
}

function join(admin) {
  const config = admin.runCommand({replSetGetConfig: 1}).config;
  if (!config.members.some((member) => member.host === me)) {
    config.members.push({_id: Math.max(...config.members.map((member) => member._id)) + 1, host: me});
    config.version++;
    admin.runCommand({replSetReconfig: config});
  }
  return true;
}

function keepUsers(admin) {
  try {
    admin.auth('root', MONGODB_ROOT_PASSWORD);
  } catch {
    admin.createUser({user: 'root', pwd: MONGODB_ROOT_PASSWORD, roles: ['root']});
    admin.auth('root', MONGODB_ROOT_PASSWORD);
  }
  const own = admin.getSiblingDB(MONGODB_USER);
  const user = {pwd: MONGODB_PASSWORD, roles: [{role: 'readWrite', db: MONGODB_USER}]};
  if (own.getUser(MONGODB_USER)) own.updateUser(MONGODB_USER, user);
  else own.createUser({user: MONGODB_USER, ...user});
  return true;
}

const isMember = () => here().hello().setName;
patiently('reach mongod', () => here().hello());
if (!isMember()) {
  if (isFirst()) patiently('make the set', () => here().runCommand({replSetInitiate: {_id: 'rs0', members: [{_id: 0, host: me}]}}).ok);
  else patiently('join the set', () => join(primary()));
}
const state = patiently('be a member', () => {
  const {isWritablePrimary, secondary} = here().hello();
  return isWritablePrimary ? 'primary' : secondary && others.length > 0 ? 'secondary' : null;
});
if (state === 'primary') patiently('keep the users', () => keepUsers(here()));
require('fs').writeFileSync('/tmp/joined', state);
print(`join: ${me} is ${state}`);
