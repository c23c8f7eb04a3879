@NullMarked
package io.zizhi.qualification.outcome.restriction;

import org.jspecify.annotations.NullMarked;
