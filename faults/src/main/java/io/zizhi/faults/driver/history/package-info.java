/**
 * Records the requests of a run with their responses and instants. The audit compares them with the data of the suite.
 */
@NullMarked
package io.zizhi.faults.driver.history;

import org.jspecify.annotations.NullMarked;
