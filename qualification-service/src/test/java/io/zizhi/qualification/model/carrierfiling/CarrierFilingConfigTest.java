package io.zizhi.qualification.model.carrierfiling;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierFilingConfigTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    CHINA_MOBILE,CHINA_UNICOM | 0
                    CHINA_MOBILE,CHINA_MOBILE | 1
                    china mobile              | 1
                    """)
    void carriers_are_different_codes(String carriers, int violations) throws NoSuchMethodException {
        CarrierFilingConfig config = new SmallRyeConfigBuilder()
                .withMapping(CarrierFilingConfig.class)
                .withDefaultValues(Map.of("zizhi.carrier-filing.carriers", carriers))
                .build()
                .getConfigMapping(CarrierFilingConfig.class);

        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
            assertThat(validators
                            .getValidator()
                            .forExecutables()
                            .validateReturnValue(
                                    config, CarrierFilingConfig.class.getMethod("carriers"), config.carriers()))
                    .hasSize(violations);
        }
    }
}
