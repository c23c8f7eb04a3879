package io.zizhi.qualification.companyauth.alipay;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.companyauth.provider.Beginning;
import io.zizhi.qualification.companyauth.provider.Begun;
import io.zizhi.qualification.companyauth.provider.CompanyAuthentication;
import io.zizhi.qualification.companyauth.provider.ConfirmedCompany;
import io.zizhi.qualification.companyauth.provider.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** 蚂蚁企业信用认证: somebody who acts for the company shows who they are and authorises us to be told the company. */
@ApplicationScoped
public class AlipayAuthentication implements CompanyAuthentication {

    private static final String NAME = "alipay";
    private static final String SUCCESS = "SUCCESS";
    private static final String NUMBER = "{biz_no}";

    private final AlipayGateway gateway;
    private final AlipayConfig config;
    private final String chosen;

    AlipayAuthentication(
            AlipayGateway gateway,
            AlipayConfig config,
            @ConfigProperty(name = "zizhi.company-authentication", defaultValue = "none") String chosen) {
        this.gateway = gateway;
        this.config = config;
        this.chosen = chosen;
    }

    /** Says at start what is missing, not to the first applicant. */
    void check(@Observes StartupEvent event) {
        boolean complete = config.appId().isPresent()
                && config.privateKey().isPresent()
                && config.alipayPublicKey().isPresent()
                && config.page().filter(page -> page.contains(NUMBER)).isPresent();
        if (chosen.equals(NAME) && !complete) {
            throw new IllegalStateException("zizhi.company-authentication=alipay needs app-id, private-key,"
                    + " alipay-public-key and a page with {biz_no} under zizhi.company-authentication.alipay");
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Uni<Begun> begin(Beginning beginning) {
        JsonObject content = new JsonObject().put("org_biz_no", beginning.id());
        config.productCode().ifPresent(code -> content.put("product_code", code));
        config.certifyCategory().ifPresent(category -> content.put("certify_category", category));
        config.returnUrl().ifPresent(url -> content.put("certify_return_url", url));
        return gateway.ask(config.initializeMethod(), content.encode()).map(this::begun);
    }

    private Begun begun(AlipayAnswer answer) {
        String number = answer.text("biz_no");
        return new Begun(number, config.page().orElseThrow().replace(NUMBER, number));
    }

    @Override
    public Uni<Progress> progress(String reference) {
        JsonObject content = new JsonObject().put("biz_no", reference);
        return gateway.ask(config.queryMethod(), content.encode()).map(AlipayAuthentication::progress);
    }

    /** Certified is not enough: without the authorisation Alipay does not tell which company it was. */
    static Progress progress(AlipayAnswer answer) {
        return switch (answer.text("certify_status")) {
            case SUCCESS ->
                answer.text("auth_status").equals(SUCCESS) ? Progress.confirmed(company(answer)) : Progress.SCANNED;
            case "CERTIFYING" -> Progress.SCANNED;
            case "FAIL" -> Progress.DENIED;
            default -> Progress.PENDING;
        };
    }

    /** The legal representative is named where somebody acted for them; else it was they who acted. */
    private static ConfirmedCompany company(AlipayAnswer answer) {
        String person = answer.text("certify_mode").equals("ATTORNEY")
                ? answer.text("legal_person_name")
                : answer.text("user_name");
        return new ConfirmedCompany(
                answer.text("ep_name"),
                answer.text("ep_cert_no"),
                person.isEmpty() ? null : PersonName.of(person),
                null,
                null);
    }
}
