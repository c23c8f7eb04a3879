package io.zizhi.notification.sender.smpp;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.zizhi.notification.SelfSignedServer;
import io.zizhi.notification.sender.smpp.SubmitAnswer.NotTaken;
import io.zizhi.notification.sender.smpp.SubmitAnswer.Refusal;
import io.zizhi.notification.sender.smpp.SubmitAnswer.Taken;
import io.zizhi.notification.sender.smpp.SubmitAnswer.Unclear;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmppLinkTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NUMBER = "13800138000";

    private final NoReceipts receiver = new NoReceipts();
    private final Map<String, String> settings = new HashMap<>();
    private SmscDouble smsc;
    private @Nullable SmppLink opened;

    @BeforeEach
    void start() throws IOException {
        smsc = SmscDouble.start();
        settings.put("host", "127.0.0.1");
        settings.put("port", "" + smsc.port());
        settings.put("system-id", "zizhi");
        settings.put("password", SmscDouble.PASSWORD);
        settings.put("source", "10690000");
        settings.put("timeout", "PT5S");
        settings.put("first-pause", "PT0.02S");
        settings.put("longest-pause", "PT0.1S");
        settings.put("enquire-every", "PT0.1S");
    }

    @AfterEach
    void stop() throws IOException {
        if (opened != null) {
            opened.stop();
        }
        smsc.close();
    }

    @Test
    void submits_with_number_coding_and_receipt() {
        bind();
        assertThat(submit("Code 1")).isInstanceOf(Taken.class);
        SubmitSm submission = smsc.taken().getFirst();
        assertThat(submission.getDestAddress()).isEqualTo("8613800138000");
        assertThat(submission.getDestAddrTon()).isEqualTo((byte) 1);
        assertThat(submission.getSourceAddr()).isEqualTo("10690000");
        assertThat(submission.getRegisteredDelivery()).isEqualTo((byte) 1);
        assertThat(submission.getDataCoding()).isZero();
        assertThat(submission.getShortMessage()).containsExactly('C', 'o', 'd', 'e', ' ', '1');
    }

    @Test
    void submits_long_chinese_texts_with_a_header() {
        settings.put("national-numbers", "true");
        bind();
        Segmentation.of("验证码".repeat(30), 7)
                .forEach(segment -> assertThat(submit(segment)).isInstanceOf(Taken.class));
        assertThat(smsc.taken()).hasSize(2).allSatisfy(submission -> {
            assertThat(submission.isUdhi()).isTrue();
            assertThat(submission.getDataCoding()).isEqualTo((byte) 8);
            assertThat(submission.getDestAddress()).isEqualTo(NUMBER);
        });
    }

    @Test
    void is_not_bound_with_a_wrong_password_until_it_is_right() {
        smsc.changePassword("another");
        open().start();
        assertThat(submit("a")).isEqualTo(new NotTaken("SMPP_NOT_BOUND", Refusal.EVERY_MESSAGE));
        smsc.changePassword(SmscDouble.PASSWORD);
        await().until(link()::isBound);
        assertThat(submit("a")).isInstanceOf(Taken.class);
    }

    @Test
    void reports_throttling() {
        bind();
        smsc.script(SmscDouble.refusing(SMPPConstant.STAT_ESME_RTHROTTLED));
        assertThat(submit("a")).isEqualTo(new NotTaken("SMPP_00000058", Refusal.EVERY_MESSAGE));
        smsc.script(SmscDouble.refusing(SMPPConstant.STAT_ESME_RINVDSTADR));
        assertThat(submit("a")).isEqualTo(new NotTaken("SMPP_0000000B", Refusal.FOR_GOOD));
    }

    @Test
    void a_lost_answer_is_unclear() {
        settings.put("timeout", "PT1S");
        settings.put("enquire-every", "PT30S");
        bind();
        smsc.script(smsc::silence);
        assertThat(submit("a")).isEqualTo(new Unclear("SMPP_NO_ANSWER"));
    }

    @Test
    void a_cut_in_the_middle_is_unclear_and_the_link_comes_back() {
        settings.put("timeout", "PT1S");
        bind();
        smsc.script(submission -> {
            smsc.cut();
            return "never-arrives";
        });
        assertThat(submit("a")).isInstanceOf(Unclear.class);
        smsc.script(smsc::nextId);
        await().until(() -> smsc.binds() >= 2 && link().isBound());
        // on a stalled machine, an answer may come later than the time-out
        await().untilAsserted(() -> assertThat(submit("a")).isInstanceOf(Taken.class));
    }

    @Test
    void comes_back_after_the_smsc_was_restarted() {
        bind();
        smsc.goAway();
        await().until(() -> !link().isBound());
        assertThat(submit("a")).isEqualTo(new NotTaken("SMPP_NOT_BOUND", Refusal.EVERY_MESSAGE));
        smsc.comeBack();
        await().until(link()::isBound);
    }

    @Test
    void gives_up_a_bind_without_an_answer() throws IOException {
        settings.put("timeout", "PT0.5S");
        try (ServerSocket mute = mute()) {
            open().start();
            mute.accept();
            mute.accept();
            assertThat(link().isBound()).isFalse();
        }
    }

    @Test
    void ends_a_session_without_answers_to_enquire_link() throws IOException {
        try (ServerSocket mute = mute()) {
            open().start();
            answerBind(mute.accept());
            await().until(link()::isBound);
            mute.accept();
            assertThat(link().isBound()).isFalse();
        }
    }

    /** Opens a socket in place of an SMSC. It accepts connections and answers nothing. */
    private ServerSocket mute() throws IOException {
        ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        mute.setSoTimeout((int) PATIENCE.toMillis());
        settings.put("port", "" + mute.getLocalPort());
        return mute;
    }

    private static void answerBind(Socket connection) throws IOException {
        DataInputStream in = new DataInputStream(connection.getInputStream());
        int length = in.readInt();
        in.skipNBytes(8);
        int sequence = in.readInt();
        in.skipNBytes(length - 16);
        DataOutputStream out = new DataOutputStream(connection.getOutputStream());
        out.writeInt(17);
        out.writeInt(SMPPConstant.CID_BIND_TRANSCEIVER_RESP);
        out.writeInt(SMPPConstant.STAT_ESME_ROK);
        out.writeInt(sequence);
        out.writeByte(0);
        out.flush();
    }

    @Test
    void a_full_window_takes_no_more() {
        settings.put("window", "2");
        bind();
        CountDownLatch open = new CountDownLatch(1);
        AtomicInteger waiting = new AtomicInteger();
        smsc.script(submission -> {
            waiting.incrementAndGet();
            waitFor(open);
            return smsc.nextId(submission);
        });
        List<CompletableFuture<SubmitAnswer>> first = List.of(submitLater("a"), submitLater("b"));
        await().until(() -> waiting.get() == 2);
        assertThat(submit("c")).isEqualTo(new NotTaken("SMPP_WINDOW_FULL", Refusal.EVERY_MESSAGE));
        open.countDown();
        assertThat(first).allSatisfy(answer -> assertThat(answer.join()).isInstanceOf(Taken.class));
        // the places become free shortly after the answers
        await().untilAsserted(() -> assertThat(submit("d")).isInstanceOf(Taken.class));
    }

    @Test
    void stops_after_the_due_answers_and_unbinds() {
        bind();
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch reached = new CountDownLatch(1);
        smsc.script(submission -> {
            reached.countDown();
            waitFor(open);
            return smsc.nextId(submission);
        });
        CompletableFuture<SubmitAnswer> last = submitLater("a");
        waitFor(reached);
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(link()::stop);
        await().until(() -> !link().isBound());
        assertThat(submit("b"))
                .isIn(
                        new NotTaken("SMPP_NOT_BOUND", Refusal.EVERY_MESSAGE),
                        new NotTaken("SMPP_WINDOW_FULL", Refusal.EVERY_MESSAGE));
        assertThat(smsc.unbinds()).isZero();
        open.countDown();
        assertThat(last.join()).isInstanceOf(Taken.class);
        stopping.join();
        await().until(() -> smsc.unbinds() == 1);
        assertThat(smsc.taken()).hasSize(1);
        assertThat(smsc.binds()).isOne();
        opened = null;
    }

    @Test
    void asks_for_the_state_of_a_segment() {
        bind();
        smsc.remember("d-1", MessageState.UNDELIVERABLE);
        assertThat(link().query("d-1").await().atMost(PATIENCE)).contains(MessageState.UNDELIVERABLE);
        assertThat(link().query("d-2").await().atMost(PATIENCE)).isEmpty();
    }

    @Test
    void answers_a_receipt_only_after_it_was_handled() throws IOException {
        bind();
        assertThat(smsc.receipt("d-1", "DELIVRD")).isZero();
        receiver.refuse = true;
        assertThat(smsc.receipt("d-1", "DELIVRD")).isEqualTo(SMPPConstant.STAT_ESME_RX_T_APPN);
        assertThat(receiver.received.get()).isEqualTo(2);
    }

    @Test
    void uses_tls_and_checks_the_certificate(@TempDir Path folder) throws Exception {
        KeyStore own = load(SelfSignedServer.store(folder, "localhost"));
        smsc.close();
        smsc = SmscDouble.startOn(
                tls(own).getServerSocketFactory().createServerSocket(0, 10, InetAddress.getByName("localhost")));
        settings.put("port", "" + smsc.port());
        settings.put("tls", "true");
        settings.put("host", "localhost");
        opened = new SmppLink(config(), receiver, tls(own).getSocketFactory());
        opened.start();
        await().until(link()::isBound);
        assertThat(submit("a")).isInstanceOf(Taken.class);
        link().stop();
        opened = null;

        SmppBinding distrusting = new SmppBinding(config(), receiver, (SSLSocketFactory) SSLSocketFactory.getDefault());
        assertThat(failure(distrusting)).hasMessageContaining("certificate");
        settings.put("host", "127.0.0.1");
        SmppBinding misnamed = new SmppBinding(config(), receiver, tls(own).getSocketFactory());
        assertThat(failure(misnamed)).hasMessageContaining("subject alternative names");
    }

    private static IOException failure(SmppBinding binding) {
        try {
            binding.open(() -> {}).close();
            throw new AssertionError("must not connect");
        } catch (IOException expected) {
            return expected;
        }
    }

    private static KeyStore load(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            keys.load(file, SelfSignedServer.PASSWORD.toCharArray());
        }
        return keys;
    }

    private static SSLContext tls(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, SelfSignedServer.PASSWORD.toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return tls;
    }

    private void bind() {
        open().start();
        await().until(link()::isBound);
    }

    private SmppLink open() {
        SmppLink created = new SmppLink(config(), receiver, (SSLSocketFactory) SSLSocketFactory.getDefault());
        opened = created;
        return created;
    }

    private SmppLink link() {
        return Objects.requireNonNull(opened);
    }

    private SmppConfig config() {
        return config(settings);
    }

    static SmppConfig config(Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(SmppConfig.class);
        settings.forEach((name, value) -> builder.withDefaultValue("zizhi.sms.smpp." + name, value));
        return builder.build().getConfigMapping(SmppConfig.class);
    }

    private SubmitAnswer submit(String text) {
        return submit(Segmentation.of(text, 1).getFirst());
    }

    private SubmitAnswer submit(Segment segment) {
        return link().submit(NUMBER, segment).await().atMost(PATIENCE);
    }

    private CompletableFuture<SubmitAnswer> submitLater(String text) {
        return link().submit(NUMBER, Segmentation.of(text, 1).getFirst()).subscribeAsCompletionStage();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Counts receipts. */
    static final class NoReceipts implements MessageReceiverListener {

        private final AtomicInteger received = new AtomicInteger();
        private volatile boolean refuse;

        @Override
        public void onAcceptDeliverSm(DeliverSm deliver) throws ProcessRequestException {
            received.incrementAndGet();
            if (refuse) {
                throw new ProcessRequestException("refused", SMPPConstant.STAT_ESME_RX_T_APPN);
            }
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification alert) {
            // Not used.
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
            throw new ProcessRequestException("not used", SMPPConstant.STAT_ESME_RINVCMDID);
        }
    }
}
