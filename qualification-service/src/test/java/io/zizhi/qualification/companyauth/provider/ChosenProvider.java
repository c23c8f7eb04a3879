package io.zizhi.qualification.companyauth.provider;

import io.quarkus.test.junit.QuarkusMock;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.zizhi.qualification.companyauth.AuthenticationConfig;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Chooses another identity provider for one test, which a profile would do with a start of the application. */
public final class ChosenProvider {

    private static final String SETTING = "zizhi.company-authentication";

    private ChosenProvider() {}

    public static void set(String name) {
        AuthenticationConfig config = new SmallRyeConfigBuilder()
                .withMapping(AuthenticationConfig.class)
                .withDefaultValues(Map.of(SETTING, name, SETTING + ".local.url", "http://127.0.0.1"))
                .build()
                .getConfigMapping(AuthenticationConfig.class);
        QuarkusMock.installMockForType(
                new ChosenAuthentication(
                        CDI.current().select(CompanyAuthentication.class, Any.Literal.INSTANCE),
                        config,
                        ConfigProvider.getConfig()),
                ChosenAuthentication.class);
    }
}
