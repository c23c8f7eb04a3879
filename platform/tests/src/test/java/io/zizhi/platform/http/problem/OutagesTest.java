package io.zizhi.platform.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.net.http.HttpTimeoutException;
import java.sql.SQLException;
import org.hibernate.exception.GenericJDBCException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"25P03", "25P04", "55P03", "57014", "57P01", "40P01", "53300", "08006"})
    void database_timeouts_and_lost_sessions_are_outages(String sqlState) {
        assertThat(Outages.isOutage(failure(sqlState))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "25006", "55000", "42P01", "22001"})
    void statement_errors_are_not_outages(String sqlState) {
        assertThat(Outages.isOutage(failure(sqlState))).isFalse();
    }

    /** Hibernate passes on only the SQLSTATE; the original exception is not among the causes. */
    @ParameterizedTest
    @CsvSource({"53100, true", "40P01, true", "57P01, true", "23505, false", "22001, false", ", false"})
    void detects_outages_as_reported_by_hibernate(String sqlState, boolean outage) {
        SQLException error = new SQLException("could not extend file: No space left on device", sqlState);

        assertThat(Outages.isOutage(new GenericJDBCException("error executing SQL statement", error)))
                .isEqualTo(outage);
    }

    @Test
    void silent_http_server_is_an_outage() {
        assertThat(Outages.isOutage(new IllegalStateException(new HttpTimeoutException("request timed out"))))
                .isTrue();
    }

    private static IllegalStateException failure(String sqlState) {
        return new IllegalStateException(new PgException("refused", "ERROR", sqlState, null));
    }
}
