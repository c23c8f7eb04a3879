package io.zizhi.qualification.companyauth.alipay;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.companyauth.provider.Beginning;
import io.zizhi.qualification.companyauth.provider.Begun;
import io.zizhi.qualification.companyauth.provider.CompanyAuthentication;
import io.zizhi.qualification.companyauth.provider.ConfirmedCompany;
import io.zizhi.qualification.companyauth.provider.Progress;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Authentication by Alipay (蚂蚁企业信用认证): a representative of the company proves their identity and authorizes Alipay to
 * share the company's data.
 */
@ApplicationScoped
public class AlipayAuthentication implements CompanyAuthentication {

    static final String NAME = "alipay";
    private static final String SUCCESS = "SUCCESS";

    /** Stands for the number of the authentication in the address of the page. */
    static final String NUMBER = "{biz_no}";

    private final AlipayGateway gateway;
    private final AlipayConfig config;

    AlipayAuthentication(AlipayGateway gateway, AlipayConfig config) {
        this.gateway = gateway;
        this.config = config;
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

    /** Maps Alipay's status. A certification without authorization is not enough: Alipay then withholds the company. */
    static Progress progress(AlipayAnswer answer) {
        return switch (answer.text("certify_status")) {
            case SUCCESS ->
                answer.text("auth_status").equals(SUCCESS) ? Progress.confirmed(company(answer)) : Progress.SCANNED;
            case "CERTIFYING" -> Progress.SCANNED;
            case "FAIL" -> Progress.DENIED;
            default -> Progress.PENDING;
        };
    }

    /**
     * Reads the company. Alipay names the legal representative separately only if someone else acted for them;
     * otherwise the user is the legal representative.
     */
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
