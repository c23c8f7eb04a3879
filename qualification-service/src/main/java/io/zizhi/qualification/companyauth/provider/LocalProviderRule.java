package io.zizhi.qualification.companyauth.provider;

import io.zizhi.platform.runtime.settings.Settings;
import io.zizhi.platform.runtime.settings.SettingsRule;
import java.util.stream.Stream;

/** Refuses the stand-in for a provider in production, because there anyone can confirm any company. */
public final class LocalProviderRule implements SettingsRule {

    private static final String CHOSEN = "zizhi.company-authentication";

    @Override
    public Stream<String> problems(Settings settings, boolean isProduction) {
        return settings
                .find(CHOSEN)
                .filter(name -> isProduction && name.equals(ChosenAuthentication.LOCAL))
                .map(name ->
                        CHOSEN + "=" + name + " lets anyone confirm any company and is forbidden in production: set"
                                + " it to none or to a provider.")
                .stream();
    }
}
