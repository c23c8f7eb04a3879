package io.zizhi.qualification.filing.offer;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.account.limits.QualificationLimits;
import io.zizhi.qualification.companyauth.provider.ChosenAuthentication;
import io.zizhi.qualification.model.qualification.UrgeConfig;
import io.zizhi.qualification.precheck.DocumentScanConfig;
import io.zizhi.qualification.precheck.LetterConfig;
import io.zizhi.qualification.precheck.NoticeConfig;
import io.zizhi.qualification.precheck.PersonOfferConfig;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** What this installation offers. */
@Path("/v1/offer")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class OfferResource {

    private final OfferView offer;

    OfferResource(
            ChosenAuthentication scans,
            DocumentScanConfig documents,
            NoticeConfig notices,
            PersonOfferConfig persons,
            LetterConfig letters,
            UrgeConfig urging,
            QualificationLimits limits) {
        this.offer = new OfferView(
                scans.isOffered(),
                persons.personSelf(),
                persons.personThirdParty(),
                letters.requiredAt(),
                documents.scan() == DocumentScanConfig.Scan.OPTIONAL,
                notices.noticeVersion(),
                urging.after().toSeconds(),
                limits.drafts(),
                limits.draftsPerHour(),
                limits.letters(),
                limits.companyScansPerHour(),
                OfferView.BulkView.from(limits));
    }

    /**
     * Returns what this installation offers, and its limits. It may be cached for five minutes. The limits of files are
     * at {@code /v1/documents/offer}, those of phone codes at {@code /v1/phone-verifications/offer}.
     */
    @GET
    @Operation(operationId = "getOffer")
    @ResponseHeader(name = "Cache-Control", value = "private, max-age=300")
    public Uni<OfferView> get() {
        return Uni.createFrom().item(offer);
    }
}
