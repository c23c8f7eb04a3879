package io.zizhi.document;

import io.zizhi.platform.testkit.SettingsPage;
import org.junit.jupiter.api.Test;

class SettingsPageTest {

    @Test
    void settings_page_is_up_to_date() {
        SettingsPage.check("document-service", "io.zizhi.document");
    }
}
