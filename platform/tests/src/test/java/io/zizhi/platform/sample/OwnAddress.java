package io.zizhi.platform.sample;

import io.quarkus.test.Mock;
import io.zizhi.platform.operations.reconciliation.ProducerAddresses;
import io.zizhi.platform.operations.reconciliation.published.ReconciliationSettings;
import io.zizhi.platform.testkit.InternalAddress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Makes the sample its own producer, on a port known only at run time. */
@Mock
@Singleton
public class OwnAddress extends ProducerAddresses {

    private static final String NOBODY = "http://127.0.0.1:9";

    private volatile boolean unreachable;

    @Inject
    OwnAddress(ReconciliationSettings settings) {
        super(settings);
    }

    /** Sets whether to simulate a producer that does not answer. */
    public void setUnreachable(boolean unreachable) {
        this.unreachable = unreachable;
    }

    @Override
    public String of(String producer) {
        return unreachable ? NOBODY : "http://127.0.0.1:" + InternalAddress.port();
    }
}
