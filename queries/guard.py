"""Lets only reading Cypher through: the statement is parsed, and every node of its tree must be on the list of what only reads.

The first of several layers. Behind it: Neo4j's own opinion of the statement (EXPLAIN) and a read transaction there, the embedded
store opened read-only, a time limit and a row cap (queries/console.py). Only this layer stops what reads and writes files, because
a read-only store does not (COPY … TO, EXPORT DATABASE, LOAD FROM, LOAD CSV).

The parser is cypherast (MIT, no dependencies, 4 ms for our statements). Of 118 reading statements it took 110 as openCypher and
more as Neo4j's Cypher; graphglot took 104 in 700 ms each and has no COUNT { … }; antlr4-cypher's grammar took half.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import cypherast
from cypherast import ast
from cypherast.errors import CypherastError
from cypherast.lexer import Lexer, Token, TokenKind

from graph_loader.errors import QueryError, RefusedError

MAX_CHARACTERS = 20_000
_DIALECT = "neo4j5"

_READING_NODES = """Cypher Query Union Match Where With Return Unwind Order Ordered Skip Limit CallSubquery CallProcedure Yield
Pattern PathPattern NodePattern RelationshipPattern LabelExpression QuantifiedPath ShortestPath
PatternPredicate PatternComprehension CountSubquery LabelPredicate
Null Boolean Integer Float String Parameter Identifier Star Literal
Property PropertySelector Map MapProjection List ListSubscript ListSlice Range Alias
Add Sub Mul Div Mod Pow Neg EQ NEQ LT LTE GT GTE And Or Xor Not In IsNull StartsWith EndsWith Contains RegexMatch
FunctionCall Case Coalesce ListComprehension Quantifier ListLambda"""
"""What may stand in a tree. Whatever is not here is refused, also what a later version of the parser may add."""
_SWITCHES = (
    "hints",
    "search",
    "in_transactions",
    "transaction_rows",
    "version",
    "memgraph_quantifier",
    "memgraph_weight_expr",
)
"""Parts of allowed nodes that must be empty."""
_FUNCTIONS = """abs acos all any asin atan atan2 avg cast ceil ceiling char_length character_length coalesce collect concat contains cos
count count_if date date.truncate date_part date_trunc datetime degrees duration duration.between duration.indays
duration.inmonths duration.inseconds e elementid ends_with endnode exists exp extract filter floor greatest haslabel head id
isempty isnan keys label labels last least left length levenshtein list_append list_concat list_contains list_distinct
list_element list_extract list_has list_len list_position list_reverse list_slice list_sort list_sum list_unique ln
localdatetime log log10 lower ltrim max min month monthname nodes none nullif offset percentilecont percentiledisc pi prefix
properties radians range reduce regexp_extract regexp_extract_all regexp_full_match regexp_matches regexp_replace
relationships rels replace reverse right round rtrim sign sin single size split sqrt starts_with startnode stdev stdevp
string_split substring suffix sum tail tan time to_date toboolean tobooleanornull tofloat tofloatornull tointeger
tointegerornull tolower tostring tostringornull toupper trim type typeof upper valuetype year"""
"""Functions that only compute, of both engines, in lower case."""
_PROCEDURES = """db.labels db.propertykeys db.relationshiptypes db.schema.nodetypeproperties db.schema.reltypeproperties
db.schema.visualization show_tables table_info"""
"""Procedures that only tell what the schema is, of both engines, in lower case."""
_ALLOWED_NODES, _ALLOWED_FUNCTIONS, _ALLOWED_PROCEDURES = (
    frozenset(names.split()) for names in (_READING_NODES, _FUNCTIONS, _PROCEDURES)
)
_WORDS: dict[type[ast.AstNode], tuple[str, ...]] = {
    ast.Create: ("CREATE",),
    ast.Insert: ("INSERT",),
    ast.Merge: ("MERGE",),
    ast.Set: ("SET",),
    ast.SetItem: ("SET",),
    ast.Delete: ("DETACH", "DELETE"),
    ast.Remove: ("REMOVE",),
    ast.RemoveLabels: ("REMOVE",),
    ast.Foreach: ("FOREACH",),
    ast.LoadCsv: ("LOAD",),
    ast.Use: ("USE",),
}
"""Words by which a refused clause is found in the text."""
_STARTS = frozenset({"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL"})
_ALLOWED = (
    "这里只能读取：MATCH、OPTIONAL MATCH、WHERE、WITH、UNWIND、RETURN、ORDER BY、SKIP、LIMIT、UNION，"
    "子查询 CALL { … }、EXISTS { … }、COUNT { … }，以及常用的计算函数"
)
_ESCAPE = re.compile(r"\\u[0-9A-Fa-f]{4}")
_CONTROL = re.compile(
    r"\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)


def check(statement: str) -> str:
    """The statement as it may be run (without a closing semicolon).

    Raises RefusedError for a statement that does anything but read, QueryError for one that is no Cypher; both say where.
    """
    if len(statement) > MAX_CHARACTERS:
        raise RefusedError(f"语句太长（{len(statement)} 个字符）", todo=f"请缩短到 {MAX_CHARACTERS} 个字符以内")
    _check_characters(statement)
    tokens = _tokens(statement)
    if len(tokens) < 2:
        raise QueryError("语句是空的", todo="请输入一条 Cypher 语句")
    text = _without_semicolon(statement, tokens)
    tree = _tree(text, tokens)
    for node in _walk(tree):
        _check_node(node, tokens)
    return text


def _check_characters(statement: str) -> None:
    """Refuses what engines and this parser may read differently: escapes that are undone before parsing, invisible characters."""
    if found := _ESCAPE.search(statement):
        raise RefusedError("不接受 Unicode 转义", where=_place(statement, found.start()), todo="请直接写出那个字符")
    if found := _CONTROL.search(statement):
        code = f"U+{ord(found[0][0]):04X}"
        raise RefusedError(f"不接受看不见的字符 {code}", where=_place(statement, found.start()), todo="请删去后再试")


def _tokens(statement: str) -> list[Token]:
    try:
        return Lexer(statement).tokenize()
    except CypherastError as error:
        raise _unreadable(error, statement) from error


def _without_semicolon(statement: str, tokens: list[Token]) -> str:
    """The statement up to a closing semicolon. Raises RefusedError for anything but one statement."""
    semicolons = [token for token in tokens if token.kind is TokenKind.SEMICOLON]
    if not semicolons:
        return statement
    if len(semicolons) > 1 or tokens[-2] is not semicolons[0]:
        raise RefusedError("一次只能运行一条语句", where=_at(semicolons[0]), todo="请去掉分号和它后面的内容")
    return statement[: semicolons[0].position.offset]


def _tree(text: str, tokens: list[Token]) -> ast.AstNode:
    try:
        return cypherast.parse_one(text, read=_DIALECT)
    except CypherastError as error:
        first = tokens[0]
        if first.text.upper() not in _STARTS:
            raise RefusedError(f"不能以 {first.text} 开头", where=_at(first), todo=_ALLOWED) from error
        raise _unreadable(error, text) from error


def _walk(value: Any) -> Iterator[ast.AstNode]:
    """Every node of a tree, in whatever containers nodes keep others."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, ast.AstNode):
            yield item
            waiting.extend(item.args.values())
        elif isinstance(item, dict):
            waiting.extend((*item.keys(), *item.values()))
        elif isinstance(item, (list, tuple, set, frozenset)):
            waiting.extend(item)


def _check_node(node: ast.AstNode, tokens: list[Token]) -> None:
    kind = type(node)
    if kind.__name__ not in _ALLOWED_NODES:
        words = _WORDS.get(kind, ())
        token = next(
            (token for token in tokens if token.text.upper() in words and token.kind is not TokenKind.STRING), tokens[0]
        )
        raise RefusedError(f"不能使用 {token.text.upper()}", where=_at(token), todo=_ALLOWED)
    for name in _SWITCHES:
        if node.args.get(name):
            raise RefusedError(f"不能使用 {name.upper().replace('_', ' ')}", todo=_ALLOWED)
    if isinstance(node, (ast.FunctionCall, ast.Quantifier, ast.ListLambda)):
        _check_name(str(node.args["name"]), _ALLOWED_FUNCTIONS, "函数", tokens)
    elif isinstance(node, ast.CallProcedure):
        _check_name(str(node.args["name"]), _ALLOWED_PROCEDURES, "过程", tokens)


def _check_name(name: str, allowed: frozenset[str], what: str, tokens: list[Token]) -> None:
    if name.lower() in allowed:
        return
    first = name.split(".")[0].lower()
    token = next((token for token in tokens if token.text.lower() == first), tokens[0])
    known = "可用的过程：" + "、".join(sorted(allowed)) if what == "过程" else _ALLOWED
    raise RefusedError(f"不能使用{what} {name}", where=_at(token), todo=known)


def _unreadable(error: CypherastError, text: str) -> QueryError:
    position = getattr(error, "position", None)
    where = f"第 {position.line} 行第 {position.col} 列" if position else ""
    return QueryError("看不懂这条语句，没有运行", where=where, todo="请检查语法；" + _ALLOWED)


def _place(text: str, offset: int) -> str:
    before = text[:offset]
    return f"第 {before.count(chr(10)) + 1} 行第 {offset - before.rfind(chr(10))} 列"


def _at(token: Token) -> str:
    return f"第 {token.position.line} 行第 {token.position.col} 列"
