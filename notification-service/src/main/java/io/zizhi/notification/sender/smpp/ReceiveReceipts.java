package io.zizhi.notification.sender.smpp;

import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;

/**
 * Records each receipt before it is answered: the SMSC sends an unanswered or refused one again. Runs on threads of the
 * session. Only some of them record receipts at once, because the others must read the answers to submissions.
 */
@ApplicationScoped
class ReceiveReceipts implements MessageReceiverListener {

    /** Threads of a session that never wait for the database for long. */
    static final int OTHER_THREADS = 2;

    private static final Logger LOG = Logger.getLogger(ReceiveReceipts.class);
    private static final Duration LONGEST_RECORDING = Duration.ofSeconds(10);
    private static final long PATIENCE_MILLIS = 100;

    private final RecordSegmentReceipt record;
    private final SmppConfig config;
    private final Semaphore places;

    ReceiveReceipts(RecordSegmentReceipt record, SmppConfig config) {
        this.record = record;
        this.config = config;
        this.places = new Semaphore(config.receiptsAtOnce());
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm deliver) throws ProcessRequestException {
        Optional<SegmentReceipt> receipt = ReceiptParser.parse(deliver, config.receiptIds());
        if (receipt.isEmpty()) {
            LOG.debug("Ignored a message of the SMSC that is no final receipt");
            return;
        }
        takePlace();
        try {
            VertxContextSupport.subscribeAndAwait(() -> record.record(receipt.get())
                    .ifNoItem()
                    .after(LONGEST_RECORDING)
                    .fail());
        } catch (Throwable failure) {
            LOG.warnf(
                    "A receipt was not recorded, the SMSC sends it again: %s",
                    failure.getClass().getName());
            throw new ProcessRequestException("not recorded", SMPPConstant.STAT_ESME_RX_T_APPN);
        } finally {
            places.release();
        }
    }

    private void takePlace() throws ProcessRequestException {
        try {
            if (places.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new ProcessRequestException("too many receipts at once", SMPPConstant.STAT_ESME_RTHROTTLED);
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("data_sm is not used", SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        // Nothing waits for a phone to be reachable.
    }
}
