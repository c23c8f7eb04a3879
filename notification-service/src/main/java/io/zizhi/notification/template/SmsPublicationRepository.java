package io.zizhi.notification.template;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.operations.twopersons.TwoPersonRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Requests to publish versions. A template has at most one open request. */
@ApplicationScoped
class SmsPublicationRepository extends TwoPersonRepository<SmsPublicationView> {

    private static final String COLUMNS = """
            id, name, number, requested_by, requested_at, state, closed_by, closed_at,
            (select zh from sms_template_version v where v.name = p.name and v.number = p.number) as zh,
            (select en from sms_template_version v where v.name = p.name and v.number = p.number) as en
            """;

    private static final String REQUEST = """
            insert into sms_publication (name, number, requested_by) values (:name, :number, :by)
            on conflict do nothing returning id
            """;

    /** Stores a request; fails with 409 if the template has an open one. */
    Uni<SmsPublicationView> request(TemplateVersion version, String operator) {
        return request(
                new NativeQuery(REQUEST)
                        .with("name", version.template().name())
                        .with("number", version.number())
                        .with("by", operator),
                () -> Problems.conflict(
                        "SMS_PUBLICATION_OPEN", "The template has an open request: confirm or cancel it first."));
    }

    @Override
    protected String table() {
        return "sms_publication p";
    }

    @Override
    protected String columns() {
        return COLUMNS;
    }

    @Override
    protected SmsPublicationView read(Row row) {
        return SmsPublicationView.from(row);
    }

    @Override
    protected ProblemException notFound() {
        return Problems.notFound("SMS_PUBLICATION_NOT_FOUND", "There is no such request.");
    }

    @Override
    protected ProblemException closed() {
        return Problems.conflict("SMS_PUBLICATION_CLOSED", "This request was already confirmed or cancelled.");
    }
}
