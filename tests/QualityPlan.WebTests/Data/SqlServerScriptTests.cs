using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Data;

/// <summary>No SQL Server is at hand, so Microsoft's own parser and model judge the script that would make it.</summary>
public class SqlServerScriptTests
{
    private static readonly string Script = Generate();

    [Fact]
    public void The_parser_of_SQL_Server_2022_takes_the_script()
    {
        Script.ShouldContain("CREATE TABLE [Accounts]");
        Parse(Script).ShouldBeEmpty();
    }

    [Fact]
    public void The_parser_finds_a_mistake() => Parse(Script.Replace("CREATE TABLE", "CREATE TABEL")).ShouldNotBeEmpty();

    [Fact]
    public void The_model_of_the_schema_has_no_broken_reference() => Validate(Script).ShouldBeEmpty();

    [Fact]
    public void The_model_finds_a_broken_reference() =>
        Validate(Script.Replace("REFERENCES [Units] ([Id])", "REFERENCES [Units] ([Nothing])")).ShouldNotBeEmpty();

    [Fact]
    public async Task The_driver_works_in_this_program()
    {
        await using var nobodyThere = new SqlConnection("Server=127.0.0.1,1;Connect Timeout=1;Encrypt=False");

        // In globalization-invariant mode it refuses before it asks the network.
        await Should.ThrowAsync<SqlException>(() => nobodyThere.OpenAsync());
    }

    private static string Generate()
    {
        using var db = ModelTests.Open("SqlServer");
        return db.GetService<IMigrator>().GenerateScript();
    }

    private static IEnumerable<string> Parse(string script)
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);
        return errors.Select(error => $"{error.Line}: {error.Message}");
    }

    /// <summary>Only what declares the schema; the model knows no transactions and no inserts.</summary>
    private static IEnumerable<string> Validate(string script)
    {
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        var parsed = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out _);
        foreach (var statement in parsed.Batches.SelectMany(batch => batch.Statements))
        {
            if (statement is CreateTableStatement or CreateIndexStatement or AlterTableAddTableElementStatement)
            {
                model.AddObjects(script.Substring(statement.StartOffset, statement.FragmentLength));
            }
        }
        return model.Validate().Where(message => message.MessageType == DacMessageKind()).Select(message => message.Message).ToList();
    }

    private static Microsoft.SqlServer.Dac.DacMessageType DacMessageKind() => Microsoft.SqlServer.Dac.DacMessageType.Error;
}
