package io.zizhi.notification.sender.smpp;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.notification.sender.smpp.SubmitAnswer.NotTaken;
import io.zizhi.notification.sender.smpp.SubmitAnswer.Refusal;
import io.zizhi.notification.sender.smpp.SubmitAnswer.Taken;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.MessageState;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.junit.jupiter.api.Test;

/** Sends to an SMSC that shares no code with the sender's library. */
class IndependentSmscTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PASSWORD = "pass-8ch";
    private static final String LONG = "您的短信资质“示例”未通过审核：营业执照照片不清晰。".repeat(4);

    @Test
    void an_independent_smsc_understands_every_request() throws Exception {
        try (NpmSmsc smsc = NpmSmsc.start(PASSWORD)) {
            Receipts receipts = new Receipts();
            SmppLink link = link(smsc.port(), PASSWORD, receipts);
            link.start();
            await().atMost(PATIENCE).until(link::isBound);
            JsonNode bound = smsc.await("bound", 1).getFirst();
            assertThat(bound.path("systemId").asText()).isEqualTo("zizhi");
            assertThat(bound.path("version").asInt()).isEqualTo(0x34);

            String id = submit(link, Segmentation.of("Code 274913 [5 min] €", 1).getFirst());
            List<Segment> segments = Segmentation.of(LONG, 0xABCD);
            segments.forEach(segment -> submit(link, segment));

            List<JsonNode> seen = smsc.await("submit_sm", 1 + segments.size());
            assertThat(seen.getFirst().path("message").asText()).isEqualTo("Code 274913 [5 min] €");
            assertThat(seen.getFirst().path("to").asText()).isEqualTo("8613800138000");
            assertThat(seen.getFirst().path("registered").asInt()).isOne();
            List<JsonNode> parts = seen.subList(1, seen.size());
            assertThat(parts.stream().map(part -> part.path("message").asText()).collect(Collectors.joining()))
                    .isEqualTo(LONG);
            assertThat(parts)
                    .allSatisfy(part -> assertThat(part.path("coding").asInt()).isEqualTo(8));
            assertThat(parts.stream().map(part -> part.at("/header/0").asText()))
                    .containsExactly("0804abcd0201", "0804abcd0202");

            smsc.await("deliver_sm_resp", 1 + segments.size())
                    .forEach(answer -> assertThat(answer.path("status").asInt()).isZero());
            assertThat(receipts.all)
                    .hasSize(1 + segments.size())
                    .contains(new SegmentReceipt(id, SegmentState.DELIVERED, null));
            assertThat(link.query(id).await().atMost(PATIENCE)).contains(MessageState.DELIVERED);
            smsc.await("enquire_link", 2);

            link.stop();
            smsc.await("unbind", 1);
            assertThat(smsc.await("bound", 1)).hasSize(1);
        }
    }

    @Test
    void an_independent_smsc_refuses_a_wrong_password() throws Exception {
        try (NpmSmsc smsc = NpmSmsc.start("another")) {
            SmppLink link = link(smsc.port(), PASSWORD, new Receipts());
            link.start();
            smsc.await("refused", 2);
            assertThat(link.submit("13800138000", Segmentation.of("a", 1).getFirst())
                            .await()
                            .atMost(PATIENCE))
                    .isEqualTo(new NotTaken("SMPP_NOT_BOUND", Refusal.EVERY_MESSAGE));
            link.stop();
        }
    }

    private static SmppLink link(int port, String password, Receipts receipts) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "host", "127.0.0.1",
                "port", "" + port,
                "system-id", "zizhi",
                "password", password,
                "source", "10690000",
                "timeout", "PT20S",
                "first-pause", "PT0.02S",
                "longest-pause", "PT0.1S",
                "enquire-every", "PT0.1S"));
        return new SmppLink(SmppLinkTest.config(settings), receipts, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    private static String submit(SmppLink link, Segment segment) {
        SubmitAnswer answer = link.submit("13800138000", segment).await().atMost(PATIENCE);
        assertThat(answer).isInstanceOf(Taken.class);
        return ((Taken) answer).providerMessageId();
    }

    /** Parses receipts. */
    private static final class Receipts implements MessageReceiverListener {

        private final List<SegmentReceipt> all = new CopyOnWriteArrayList<>();

        @Override
        public void onAcceptDeliverSm(DeliverSm deliver) {
            Optional<SegmentReceipt> receipt = ReceiptParser.parse(deliver, ReceiptIds.SAME);
            all.add(receipt.orElseThrow());
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
