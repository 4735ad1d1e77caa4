using System.Text;

namespace Amigo.Workspaces.Client.Tests.Failures;

/// <summary>Every shape that an error's body is known to have, and some that it might.</summary>
public class ErrorReaderTests
{
    [Fact]
    public void A_text() => Read("""{"detail":"Workspace not found."}""").Detail.Should().Be("Workspace not found.");

    [Fact]
    public void A_text_with_a_code_and_the_requests_name_beside_it()
    {
        var error = Read("""{"detail":"Slug taken.","error_code":"slug_taken","request_id":"req-1","message":"not this"}""");

        error.Detail.Should().Be("Slug taken.");
        error.Code.Should().Be("slug_taken");
        error.RequestId.Should().Be("req-1");
        error.HasWords.Should().BeTrue();
    }

    [Fact]
    public void A_message_alone() => Read("""{"message":"Forbidden"}""").Detail.Should().Be("Forbidden");

    [Theory]
    [InlineData("""{"detail":null,"message":"Forbidden"}""")]
    [InlineData("""{"detail":"","message":"Forbidden"}""")]
    [InlineData("""{"detail":" ","message":"Forbidden"}""")]
    [InlineData("""{"detail":true,"message":"Forbidden"}""")]
    [InlineData("""{"detail":{"code":7},"message":"Forbidden"}""")]
    [InlineData("""{"detail":[],"message":"Forbidden"}""")]
    public void A_message_beside_a_detail_that_says_nothing(string body) => Read(body).Detail.Should().Be("Forbidden");

    [Theory]
    [InlineData("""{"detail":null}""")]
    [InlineData("""{"detail":[]}""")]
    [InlineData("{}")]
    public void Nothing_said(string body)
    {
        Read(body).Detail.Should().BeNull();
        Read(body).Issues.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"error_code":4031}""", "4031")]
    [InlineData("""{"error_code":"4031"}""", "4031")]
    [InlineData("""{"error_code":null}""", null)]
    [InlineData("""{"error_code":["4031"]}""", null)]
    [InlineData("""{"detail":{"error_code":"inner"}}""", "inner")]
    [InlineData("""{"detail":{"error_code":"inner"},"error_code":"outer"}""", "outer")]
    public void A_code(string body, string? code) => Read(body).Code.Should().Be(code);

    [Theory]
    [InlineData("""{"detail":{"message":"a","request_id":"inner"}}""", "inner")]
    [InlineData("""{"detail":{"message":"a","request_id":"inner"},"request_id":"outer"}""", "outer")]
    [InlineData("""{"detail":{"message":"a"},"request_id":"outer"}""", "outer")]
    public void The_requests_name(string body, string requestId) => Read(body).RequestId.Should().Be(requestId);

    [Theory]
    [InlineData("""{"detail":{"detail":"a","message":"b"}}""", "a")]
    [InlineData("""{"detail":{"message":"b","reason":"c"}}""", "b")]
    [InlineData("""{"detail":{"msg":"d"}}""", "d")]
    [InlineData("""{"detail":{"error":"e"}}""", "e")]
    [InlineData("""{"detail":{"reason":"c"}}""", "c")]
    [InlineData("""{"detail":{"message":"b"},"message":"not this"}""", "b")]
    public void An_object_with_words(string body, string words)
    {
        Read(body).Detail.Should().Be(words);
        Read(body).HasWords.Should().BeTrue();
    }

    [Theory]
    [InlineData("""{"error":{"code":"not_found","message":"No such workspace."}}""", "No such workspace.", "not_found", null)]
    [InlineData("""{"error":{"code":404,"message":"No","request_id":"req-1"}}""", "No", "404", "req-1")]
    [InlineData("""{"error":{"reason":"No","error_code":"inner","code":"other"}}""", "No", "inner", null)]
    [InlineData("""{"error":"No such workspace."}""", "No such workspace.", null, null)]
    [InlineData("""{"error":"Not Found","message":"No such workspace."}""", "No such workspace.", null, null)]
    [InlineData("""{"error":"Not Found","detail":"No such workspace."}""", "No such workspace.", null, null)]
    [InlineData("""{"error":{"code":"not_found","message":"not this"},"detail":"This."}""", "This.", null, null)]
    [InlineData("""{"error":{"code":"not this"},"detail":{"message":"This."}}""", "This.", null, null)]
    public void An_error_in_place_of_a_detail(string body, string words, string? code, string? requestId)
    {
        var error = Read(body);

        (error.Detail, error.HasWords, error.Code, error.RequestId).Should().Be((words, true, code, requestId));
    }

    [Theory]
    [InlineData("""{"error":null}""")]
    [InlineData("""{"error":true}""")]
    [InlineData("""{"error":[]}""")]
    public void An_error_that_says_nothing(string body) => Read(body).Detail.Should().BeNull();

    [Fact]
    public void An_object_without_words_is_kept_as_it_is_and_not_taken_for_words()
    {
        var error = Read("""{"detail":{"numbers":["+15550100"]}}""");

        error.Detail.Should().Be("""{"numbers":["+15550100"]}""");
        error.HasWords.Should().BeFalse("it may hold what the caller sent");
    }

    [Fact]
    public void The_issues_of_a_422()
    {
        var error = Read(
            """
            {"detail":[
              {"type":"string_too_short","loc":["body","numbers",1],"msg":"String too short","input":"+15550100","ctx":{"min_length":2}},
              {"type":"missing","loc":["query","limit"],"msg":"Field required"}
            ]}
            """
        );

        error
            .Issues.Should()
            .Equal(
                new ValidationIssue("body.numbers[1]", "String too short", "string_too_short"),
                new ValidationIssue("query.limit", "Field required", "missing")
            );
        error.Detail.Should().Be("body.numbers[1]: String too short; query.limit: Field required");
        error.HasWords.Should().BeTrue();
    }

    [Theory]
    [InlineData("""{"loc":["body",0,1,"a"],"msg":"m","type":"t"}""", "body[0][1].a", "m", "t")]
    [InlineData("""{"loc":[],"msg":"m","type":"t"}""", "", "m", "t")]
    [InlineData("""{"loc":"body","msg":"m","type":"t"}""", "", "m", "t")]
    [InlineData("""{"loc":[null,{},"a"],"msg":"m","type":"t"}""", "a", "m", "t")]
    [InlineData("""{"msg":"m"}""", "", "m", "")]
    [InlineData("""{"loc":["body"],"type":"t"}""", "body", "", "t")]
    [InlineData("""{"loc":["body"],"msg":null,"type":7}""", "body", "", "7")]
    [InlineData("{}", "", "", "")]
    [InlineData("\"only words\"", "", "only words", "")]
    [InlineData("42", "", "", "")]
    [InlineData("null", "", "", "")]
    public void An_issue_of_any_shape(string issue, string path, string message, string type) =>
        Read($$"""{"detail":[{{issue}}]}""").Issues.Should().Equal(new ValidationIssue(path, message, type));

    [Fact]
    public void An_issue_without_a_path_is_told_by_its_words_alone() =>
        Read("""{"detail":["only words",{"msg":"m"}]}""").Detail.Should().Be("only words; m");

    [Fact]
    public void The_first_hundred_issues_are_kept()
    {
        var issues = string.Join(
            ',',
            Enumerable.Range(0, 500).Select(i => $$"""{"loc":["body","numbers",{{i}}],"msg":"Invalid","type":"value_error"}""")
        );

        var error = Read($$"""{"detail":[{{issues}}]}""");

        error.Issues.Should().HaveCount(100);
        error.Issues[99].Path.Should().Be("body.numbers[99]");
        error.Detail.Should().EndWith("body.numbers[99]: Invalid");
    }

    [Theory]
    [InlineData("""{"detail":"a"} {"detail":"b"}""", "a")]
    [InlineData("""{"detail":"a","more":"cut o""", "a")]
    [InlineData("""{"detail":[{"loc":["body","name"],"msg":"Field required"},{"loc":["bo""", "body.name: Field required")]
    public void What_comes_before_a_break_is_read(string body, string detail) => Read(body).Detail.Should().Be(detail);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("<html><body>502 Bad Gateway</body></html>")]
    [InlineData("upstream connect error")]
    [InlineData("""{"detail":"Workspace not fo""")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("7")]
    public void What_cannot_be_read_is_as_if_it_were_not_there(string body)
    {
        var error = Read(body);

        error.Should().Be(ServiceError.None);
    }

    [Fact]
    public void Text_that_is_not_unicode_is_as_if_it_were_not_there() =>
        ErrorReader
            .Read(new byte[] { (byte)'{', (byte)'"', 0xFF, 0xFE, (byte)'"', (byte)':', (byte)'1', (byte)'}' })
            .Detail.Should()
            .BeNull();

    [Theory]
    [InlineData("""{"detail":"No \ud800 here"}""", "No \uFFFD here")]
    [InlineData("""{"\ud800":1,"detail":"No"}""", "No")]
    [InlineData("""{"detail":{"message":"No \ud800"}}""", "No \uFFFD")]
    [InlineData("""{"detail":[{"loc":["body","\ud800"],"msg":"No","type":"t"}]}""", "body.\uFFFD: No")]
    public void Half_a_character_hides_nothing(string body, string detail) => Read(body).Detail.Should().Be(detail);

    [Fact]
    public void A_text_that_is_not_unicode_hides_nothing()
    {
        var body = Encoding.UTF8.GetBytes("""{"detail":{"mess?age":"No","error_code":4031}}""");
        body[Array.IndexOf(body, (byte)'?')] = 0x92;

        ErrorReader.Read(body).Code.Should().Be("4031");
    }

    [Fact]
    public void An_input_that_nests_deep_hides_no_issue()
    {
        // Deep enough that a reader whose time grows with the square of the depth would not end.
        var deep = new string('[', 1_000_000) + new string(']', 1_000_000);

        Read($$"""{"detail":[{"loc":["a"],"msg":"No","input":{{deep}}},{"loc":["b"],"msg":"Nor"},{"loc":{{deep}},"msg":"Neither"}]}""")
            .Detail.Should()
            .Be("a: No; b: Nor; Neither");
    }

    [Fact]
    public void Deep_nesting_does_no_harm()
    {
        const int depth = 100_000;
        var nested = string.Concat(Enumerable.Repeat("[", depth)) + string.Concat(Enumerable.Repeat("]", depth));

        Read($$"""{"detail":{{nested}}}""").Detail.Should().BeEmpty();
        Read(nested).Should().Be(ServiceError.None);
    }

    [Fact]
    public void A_byte_order_mark_is_tolerated() => Read("\uFEFF" + """{"detail":"a"}""").Detail.Should().Be("a");

    private static ServiceError Read(string body) => ErrorReader.Read(Encoding.UTF8.GetBytes(body));
}
