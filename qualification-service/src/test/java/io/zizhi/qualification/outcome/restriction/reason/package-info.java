@NullMarked
package io.zizhi.qualification.outcome.restriction.reason;

import org.jspecify.annotations.NullMarked;
