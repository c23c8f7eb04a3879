// An SMSC by npm smpp, which shares no code with jsmpp. It writes what it sees to its output, one JSON object a line.
const smpp = require('smpp');

const [password] = process.argv.slice(2);
const log = (seen) => console.log(JSON.stringify(seen));
let ids = 0;

const receipt = (session, submission, id) =>
  session.deliver_sm(
    {
      source_addr: submission.destination_addr,
      destination_addr: submission.source_addr,
      esm_class: 4,
      short_message: `id:${id} sub:001 dlvrd:001 submit date:2611271600 done date:2611271601 stat:DELIVRD err:000 text:`,
    },
    (answer) => log({ seen: 'deliver_sm_resp', id, status: answer.command_status }),
  );

const server = smpp.createServer({}, (session) => {
  session.on('bind_transceiver', (bind) => {
    if (bind.password !== password) {
      log({ seen: 'refused' });
      session.send(bind.response({ command_status: smpp.ESME_RBINDFAIL }));
      session.close();
      return;
    }
    log({ seen: 'bound', systemId: bind.system_id, version: bind.interface_version });
    session.send(bind.response({ system_id: 'npm' }));
  });
  session.on('submit_sm', (submission) => {
    const id = `npm-${++ids}`;
    const { message, udh } = submission.short_message;
    log({
      seen: 'submit_sm',
      id,
      to: submission.destination_addr,
      coding: submission.data_coding,
      registered: submission.registered_delivery,
      message,
      header: udh ? udh.map((element) => element.toString('hex')) : [],
    });
    session.send(submission.response({ message_id: id }));
    receipt(session, submission, id);
  });
  session.on('query_sm', (query) =>
    session.send(query.response({ message_id: query.message_id, final_date: '', message_state: 2, error_code: 0 })),
  );
  session.on('enquire_link', (enquiry) => {
    log({ seen: 'enquire_link' });
    session.send(enquiry.response());
  });
  session.on('unbind', (unbind) => {
    log({ seen: 'unbind' });
    session.send(unbind.response());
    session.close();
  });
  session.on('error', (failure) => log({ seen: 'error', code: failure.code }));
});

server.listen(0, '127.0.0.1', () => log({ seen: 'listening', port: server.address().port }));
// The test holds the input open; it ends with the test.
process.stdin.on('end', () => process.exit()).resume();
