@NullMarked
package io.zizhi.qualification.outcome.unwatched;

import org.jspecify.annotations.NullMarked;
