package io.zizhi.notification.verification.reservation;

import io.quarkus.test.Mock;
import io.zizhi.platform.operations.reconciliation.ProducerAddresses;
import io.zizhi.platform.operations.reconciliation.published.ReconciliationSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Lets a test answer for qualification-service. Nobody listens at the address by default. */
@Mock
@Singleton
public class QualificationServiceAddress extends ProducerAddresses {

    private static final String NOBODY = "http://127.0.0.1:9";

    private volatile String address = NOBODY;

    @Inject
    QualificationServiceAddress(ReconciliationSettings settings) {
        super(settings);
    }

    void set(int port) {
        address = "http://127.0.0.1:" + port;
    }

    void reset() {
        address = NOBODY;
    }

    @Override
    public String of(String producer) {
        return address;
    }
}
