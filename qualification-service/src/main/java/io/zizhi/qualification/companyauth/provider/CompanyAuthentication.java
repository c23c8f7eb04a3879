package io.zizhi.qualification.companyauth.provider;

import io.smallrye.mutiny.Uni;

/** An identity provider to which a company proves its identity by scanning a QR code. */
public interface CompanyAuthentication {

    /** Returns the provider's name in the settings, for example {@code alipay}. */
    String name();

    /** Opens an authentication at the provider. Fails with 503 if the provider does not respond. */
    Uni<Begun> begin(Beginning beginning);

    /** Returns the current progress. Fails with 503 if the provider does not respond. */
    Uni<Progress> progress(String reference);
}
