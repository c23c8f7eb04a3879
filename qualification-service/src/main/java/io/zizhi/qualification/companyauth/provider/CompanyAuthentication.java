package io.zizhi.qualification.companyauth.provider;

import io.smallrye.mutiny.Uni;

/** An identity provider to which a company confirms who it is by scanning a QR code. */
public interface CompanyAuthentication {

    /** What the configuration calls it, for example {@code alipay}. */
    String name();

    /** Opens an authentication there. Fails with 503 where the provider does not answer. */
    Uni<Begun> begin(Beginning beginning);

    /** How far it is. Fails with 503 where the provider does not answer. */
    Uni<Progress> progress(String reference);
}
