package io.zizhi.platform.testkit;

import io.quarkus.arc.Arc;
import io.zizhi.platform.http.internal.InternalListener;

/** The port on which the service under test serves {@code /internal}. */
public final class InternalAddress {

    private InternalAddress() {}

    public static int port() {
        return Arc.container().instance(InternalListener.class).get().port();
    }
}
