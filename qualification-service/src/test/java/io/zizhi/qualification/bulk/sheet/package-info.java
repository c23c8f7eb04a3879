@NullMarked
package io.zizhi.qualification.bulk.sheet;

import org.jspecify.annotations.NullMarked;
