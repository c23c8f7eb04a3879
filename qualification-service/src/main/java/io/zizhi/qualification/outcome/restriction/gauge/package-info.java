/** Gauges of restricted qualifications and of open requests. */
@NullMarked
package io.zizhi.qualification.outcome.restriction.gauge;

import org.jspecify.annotations.NullMarked;
