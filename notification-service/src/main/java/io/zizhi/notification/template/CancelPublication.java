package io.zizhi.notification.template;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Cancels a request to publish a version. Any operator may do so, because nothing changes. */
@ApplicationScoped
class CancelPublication {

    private final SmsPublicationRepository publications;
    private final TemplateAudit audit;

    CancelPublication(SmsPublicationRepository publications, TemplateAudit audit) {
        this.publications = publications;
        this.audit = audit;
    }

    @WithTransaction
    public Uni<SmsPublicationView> cancel(Caller operator, long id) {
        return publications.cancel(
                id,
                operator.subject(),
                request -> audit.record(
                        operator,
                        "sms-template.publication-cancelled",
                        MessageTemplateRepository.named(request.template()),
                        request.number()));
    }
}
