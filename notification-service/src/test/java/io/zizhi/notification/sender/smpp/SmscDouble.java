package io.zizhi.notification.sender.smpp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;

/** An SMSC on this machine that a test scripts. Without a script it takes every segment. */
final class SmscDouble implements AutoCloseable {

    static final String PASSWORD = "secret8";

    /** What the SMSC does with a submission. */
    interface Script {

        /** @return the id of the segment */
        String take(SubmitSm submission) throws ProcessRequestException;
    }

    private static final int THREADS = 64;

    private final String prefix = UUID.randomUUID().toString().substring(0, 9);
    private final AtomicInteger ids = new AtomicInteger();
    private final int port;
    private final SMPPServerSessionListener listener;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("smsc-", 1).factory());
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final Queue<SubmitSm> received = new ConcurrentLinkedQueue<>();
    private final Queue<SubmitSm> taken = new ConcurrentLinkedQueue<>();
    private final Map<String, MessageState> states = new ConcurrentHashMap<>();
    private final AtomicInteger binds = new AtomicInteger();
    private final AtomicInteger unbinds = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile String password = PASSWORD;
    private volatile boolean away;
    private volatile Script script = this::nextId;

    private SmscDouble(ServerSocket socket) throws IOException {
        this.port = socket.getLocalPort();
        this.listener = new SMPPServerSessionListener(port, accepting(socket));
        listener.setPduProcessorDegree(THREADS);
        listener.setQueueCapacity(10_000);
        listener.setMessageReceiverListener(new Receiver());
        listener.setSessionStateListener((now, before, source) -> {
            if (now == SessionState.UNBOUND) {
                unbinds.incrementAndGet();
            }
        });
        threads.execute(this::accept);
    }

    static SmscDouble start() throws IOException {
        return startOn(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    static SmscDouble startOn(ServerSocket socket) throws IOException {
        return new SmscDouble(socket);
    }

    int port() {
        return port;
    }

    int binds() {
        return binds.get();
    }

    int unbinds() {
        return unbinds.get();
    }

    void changePassword(String changed) {
        password = changed;
    }

    void script(Script changed) {
        script = changed;
    }

    /** Answers a query for the id. */
    void remember(String id, MessageState state) {
        states.put(id, state);
    }

    /** Returns all submissions that it answered with an id. */
    List<SubmitSm> taken() {
        return List.copyOf(taken);
    }

    /** Returns how many submissions to the number have arrived, whatever it did with them. */
    long received(String number) {
        return received.stream()
                .filter(submission -> submission.getDestAddress().endsWith(number))
                .count();
    }

    /** Returns how many submissions have arrived. */
    int received() {
        return received.size();
    }

    /** Returns an id that no other double has used: the database keeps segments from test to test. */
    String nextId(SubmitSm submission) {
        return prefix + ids.incrementAndGet();
    }

    /** Never answers while this SMSC runs. */
    String silence(SubmitSm submission) {
        try {
            end.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("stopped");
    }

    static Script refusing(int status) {
        return submission -> {
            throw new ProcessRequestException("scripted", status);
        };
    }

    /**
     * Cuts all connections, and refuses each new bind. The port stays taken, so that no other server opens it meanwhile.
     * A new connection is not just closed, because jsmpp would wait for the answer to its bind until the time-out.
     */
    void goAway() {
        away = true;
        cut();
    }

    void comeBack() {
        away = false;
    }

    /** Cuts all connections, without unbinding. */
    void cut() {
        sessions.forEach(SMPPServerSession::close);
        sessions.clear();
    }

    /** Sends a receipt in the text form and returns the status of the answer. */
    int receipt(String id, String stat) throws IOException {
        return deliver("id:" + id + " sub:001 dlvrd:001 submit date:2611271600 done date:2611271601 stat:" + stat
                + " err:000 text:");
    }

    /** Sends a receipt in parameters and returns the status of the answer. */
    int receipt(String id, MessageState state) throws IOException {
        return deliver(
                "", new OptionalParameter.Receipted_message_id(id), new OptionalParameter.Message_state(state.value()));
    }

    private int deliver(String text, OptionalParameter... parameters) throws IOException {
        try {
            sessions.getLast()
                    .deliverShortMessage(
                            "",
                            TypeOfNumber.INTERNATIONAL,
                            NumberingPlanIndicator.ISDN,
                            "8613800138000",
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            "10690000",
                            new ESMClass(MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
                            (byte) 0,
                            (byte) 0,
                            new RegisteredDelivery(0),
                            DataCodings.ZERO,
                            text.getBytes(StandardCharsets.US_ASCII),
                            parameters);
            return SMPPConstant.STAT_ESME_ROK;
        } catch (NegativeResponseException refused) {
            return refused.getCommandStatus();
        } catch (PDUException | ResponseTimeoutException | InvalidResponseException broken) {
            throw new IOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        listener.close();
        cut();
        threads.shutdownNow();
    }

    private void accept() {
        while (end.getCount() > 0) {
            try {
                SMPPServerSession session = listener.accept();
                session.setTransactionTimer(10_000);
                threads.execute(() -> bind(session));
            } catch (IOException stopped) {
                return;
            }
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(10_000);
            if (!request.getPassword().equals(password)) {
                request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
                session.close();
                return;
            }
            session.setEnquireLinkTimer(600_000);
            if (away) {
                request.reject(SMPPConstant.STAT_ESME_RBINDFAIL);
                session.close();
                return;
            }
            sessions.add(session);
            binds.incrementAndGet();
            request.accept("smsc");
            if (away) {
                cut();
            }
        } catch (IOException | TimeoutException | PDUStringException broken) {
            session.close();
        }
    }

    private final class Receiver implements ServerMessageReceiverListener {

        @Override
        public SubmitSmResult onAcceptSubmitSm(SubmitSm submission, SMPPServerSession source)
                throws ProcessRequestException {
            received.add(submission);
            String id = script.take(submission);
            taken.add(submission);
            try {
                return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
            } catch (PDUStringException tooLong) {
                throw new IllegalStateException(tooLong);
            }
        }

        @Override
        public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source) throws ProcessRequestException {
            MessageState state = states.get(query.getMessageId());
            if (state == null) {
                throw new ProcessRequestException("unknown", SMPPConstant.STAT_ESME_RQUERYFAIL);
            }
            return new QuerySmResult("", state, (byte) 0);
        }

        @Override
        public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti multi, SMPPServerSession source)
                throws ProcessRequestException {
            throw unexpected();
        }

        @Override
        public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession source) throws ProcessRequestException {
            throw unexpected();
        }

        @Override
        public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession source) throws ProcessRequestException {
            throw unexpected();
        }

        @Override
        public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession source)
                throws ProcessRequestException {
            throw unexpected();
        }

        @Override
        public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession source)
                throws ProcessRequestException {
            throw unexpected();
        }

        @Override
        public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession source)
                throws ProcessRequestException {
            throw unexpected();
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
            throw unexpected();
        }

        private static ProcessRequestException unexpected() {
            return new ProcessRequestException("unexpected", SMPPConstant.STAT_ESME_RINVCMDID);
        }
    }

    private static ServerConnectionFactory accepting(ServerSocket socket) {
        return new ServerConnectionFactory() {
            @Override
            public ServerConnection listen(int ignored) {
                return new ServerSocketConnection(socket);
            }

            @Override
            public ServerConnection listen(int ignored, int timeout) {
                return new ServerSocketConnection(socket);
            }

            @Override
            public ServerConnection listen(int ignored, int timeout, int backlog) {
                return new ServerSocketConnection(socket);
            }
        };
    }
}
