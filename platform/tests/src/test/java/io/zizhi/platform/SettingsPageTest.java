package io.zizhi.platform;

import io.zizhi.platform.testkit.SettingsPage;
import org.junit.jupiter.api.Test;

class SettingsPageTest {

    @Test
    void settings_page_is_up_to_date() {
        SettingsPage.check("platform", "io.zizhi.platform");
    }
}
