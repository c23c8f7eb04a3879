/**
 * The base of all measurements: real servers, the measured service, statements to its database, and figures with their
 * report. Everything ends with the JVM.
 */
@NullMarked
package io.zizhi.bench.site;

import org.jspecify.annotations.NullMarked;
