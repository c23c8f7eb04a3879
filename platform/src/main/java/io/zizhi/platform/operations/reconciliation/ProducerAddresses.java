package io.zizhi.platform.operations.reconciliation;

import io.zizhi.platform.operations.reconciliation.published.ReconciliationSettings;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Internal addresses of producers. */
@Singleton
public class ProducerAddresses {

    private final ReconciliationSettings settings;

    protected ProducerAddresses(ReconciliationSettings settings) {
        this.settings = settings;
    }

    /**
     * Returns the address of a producer, for example {@code http://127.0.0.1:10081} for {@code qualification-service}.
     */
    public String of(String producer) {
        return Objects.requireNonNull(settings.producers().get(producer));
    }
}
