/** The history writes down what was asked and answered, and says which of it is certain. */
@NullMarked
package io.zizhi.e2e.faults.driver;

import org.jspecify.annotations.NullMarked;
