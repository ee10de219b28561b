-- method 2: what a cell may hold: a number, a number with a letter after it, or a marker.

create or replace temp macro plain_number(cell) as
    case when not contains(cell, '_') then try_cast(cell as decimal(28, 10)) end;

create or replace temp macro number_of_double(number) as
    case
        when abs(number) < 1e9 and round(number * 1e6) / 1e6 = number
            then cast(round(number * 1e6) as bigint)::decimal(18, 0) * 0.000001::decimal(7, 6)
        else try_cast(cast(number as varchar) as decimal(28, 10))
    end;

create or replace temp macro text_of_double(number) as
    case
        when abs(number) < 1e15 and trunc(number) = number then cast(cast(number as bigint) as varchar)
        else cast(number as varchar)
    end;

create or replace temp macro tidy(cell) as
    trim(translate(cell, '−‐‑‒–—' || chr(160) || chr(8201) || chr(8239), '------   '));

-- A cell without the letter behind it that qualifies it.
create or replace temp macro bare_cell(cell) as
    regexp_replace(tidy(cell), '\s*[\[(](p|r|e)[\])]$', '', 'i');

create or replace temp macro qualifier_of(cell) as
    case
        when cell is null then ''
        else case lower(regexp_extract(cell, '[\[(](p|r|e)[\])]\s*$', 1, 'i'))
            when 'p' then 'provisional'
            when 'r' then 'revised'
            when 'e' then 'estimated'
            else ''
        end
    end;

create or replace temp macro looks_like_number(bare) as
    regexp_full_match(
        bare,
        '([-+]?\s*£?|£\s*[-+])\s*((\d{1,3}(,\d{3})+|\d+)(\.\d*)?|\.\d+)(e[-+]?\d+)?\s*%?'
        || '|\(\s*£?\s*(\d{1,3}(,\d{3})+|\d+)(\.\d*)?\s*%?\s*\)',
        'i'
    );

-- Brackets around a number are a bookkeeper's minus sign.
create or replace temp macro number_in(bare) as
    case
        when looks_like_number(bare) then try_cast(
            regexp_replace(replace(bare, '(', '-'), '[£,%)\s]', '', 'g') as decimal(28, 10)
        )
    end;

create or replace temp macro marker_of(bare) as
    case lower(bare)
        when '[c]' then 'suppressed'
        when 'c' then 'suppressed'
        when '*' then 'suppressed'
        when '[x]' then 'not_available'
        when 'x' then 'not_available'
        when '[u]' then 'not_available'
        when 'u' then 'not_available'
        when '..' then 'not_available'
        when '-' then 'not_available'
        when ':' then 'not_available'
        when 'null' then 'not_available'
        when '#n/a' then 'not_available'
        when '[z]' then 'not_applicable'
        when 'z' then 'not_applicable'
        when '[low]' then 'low'
    end;

create or replace temp macro iso_date(cell) as
    case
        when length(cell) = 10 and cell[5] = '-' and cell[8] = '-' then try_cast(cell as date)
        when regexp_full_match(trim(cell), '\d{4}-\d{2}-\d{2}([ T]00:00(:00(\.0+)?)?)?')
            then try_cast(trim(cell)[:10] as date)
    end;

create or replace temp macro whole_number(amount) as
    case
        when cast(cast(cast(amount as double) as bigint) as decimal(28, 10)) = amount
            then cast(cast(amount as double) as bigint)
    end;

-- The quotient of whole numbers to ten decimals, half away from zero: whole part and remainder each fit 64 bits.
create or replace temp macro quotient_of_whole(numerator, denominator) as
    cast(numerator // denominator as decimal(18, 0))
    + cast((2 * (numerator % denominator) * 10000000000 + denominator) // (2 * denominator) as decimal(18, 0))
    * 0.0000000001::decimal(10, 10);

-- The quotient to ten decimals, half away from zero, in whole numbers (method 2: exact). Amounts that are whole
-- are given as such too.
create or replace temp macro exact_quotient(numerator, denominator, whole_numerator, whole_denominator, scale) as
    case
        when abs(cast(whole_numerator as double)) * scale < 1e17 and whole_denominator < 400000000
            then cast(sign(whole_numerator) as integer)
            * quotient_of_whole(abs(whole_numerator) * scale, whole_denominator)
        when abs(numerator) * scale < 1e17 then cast(
            sign(numerator)
            * (
                (
                    2 * cast(abs(numerator) * 10000000000 as hugeint) * scale * 10000000000
                    + cast(denominator * 10000000000 as hugeint)
                )
                // (2 * cast(denominator * 10000000000 as hugeint))
            ) as decimal(28, 0)
        ) * 0.0000000001::decimal(10, 10)
        else try_cast(numerator::double / denominator::double * scale as decimal(28, 10))
    end;

-- Whether two amounts are published alike: both rounded half away from zero (method 2).
create or replace temp macro published_alike(one, other, decimals) as
    case decimals
        when 0 then round(one, 0) = round(other, 0)
        when 1 then round(one, 1) = round(other, 1)
        when 2 then round(one, 2) = round(other, 2)
        when 3 then round(one, 3) = round(other, 3)
        when 4 then round(one, 4) = round(other, 4)
        when 5 then round(one, 5) = round(other, 5)
        else round(one, 6) = round(other, 6)
    end;

create or replace temp macro quoted(cell) as
    '''' || case when length(cell) > 60 then cell[:60] || '…' else cell end || '''';

create or replace temp macro not_an_amount(name, bare) as
    name || ' ' || quoted(bare)
    || case
        when looks_like_number(bare) then ' is too large (18 digits before the point at most)'
        when regexp_full_match(bare, '[-+]?\d+(,\d+)+(\.\d*)?')
            then ' has a comma that does not separate thousands'
        when starts_with(bare, '#') then ' is the error of a formula'
        else ' is not a number or a marker'
    end;

create or replace temp macro plain(amount) as
    regexp_replace(cast(amount as varchar), '\.?0+$', '');

create or replace temp macro amount_given(value, numerator, denominator, marker) as
    case when marker <> '' then marker else plain(value) end
    || coalesce(' (' || plain(numerator) || ' of ' || plain(denominator) || ')', ' (' || plain(numerator) || ')', '');
